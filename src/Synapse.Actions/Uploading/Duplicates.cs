using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Synapse.Actions.Uploading;

/// <summary>
/// Groups whose files have the same content as those of a group before. Found in a pass of its own, so that it does not
/// matter to them which data units exist already.
/// </summary>
internal sealed class Duplicates
{
    private readonly Dictionary<string, (UploadedGroup Group, string First)> _found = new(StringComparer.Ordinal);

    public IReadOnlyCollection<(UploadedGroup Group, string First)> All => _found.Values;

    public static Duplicates None { get; } = new();

    public static Duplicates Among(IEnumerable<UploadedGroup> groups)
    {
        var duplicates = new Duplicates();
        var first = new Dictionary<UInt128, string>();
        foreach (var group in groups)
        {
            var key = group.Group.Key;
            if (!first.TryAdd(Content(group), key))
            {
                duplicates._found.Add(key, (group, first[Content(group)]));
            }
        }

        return duplicates;
    }

    public bool Has(UploadedGroup group) => _found.ContainsKey(group.Group.Key);

    /// <summary>The group that this one is a duplicate of, or null.</summary>
    public string? FirstOf(UploadedGroup group) => _found.TryGetValue(group.Group.Key, out var found) ? found.First : null;

    // Sixteen bytes of a hash over the hashes: by chance two groups that differ share them once among 2^64.
    private static UInt128 Content(UploadedGroup group)
    {
        var text = string.Join('\n', group.Group.Files.Zip(group.Files).Select(pair => $"{pair.First.Specification}:{pair.Second.Checksum}"));
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
