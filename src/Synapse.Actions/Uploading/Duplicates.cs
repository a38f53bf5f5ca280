using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Synapse.Actions.Uploading;

/// <summary>Groups whose files have the same content as those of a group before.</summary>
internal sealed class Duplicates
{
    private readonly Dictionary<UInt128, string> _first = [];
    private readonly Dictionary<string, string> _of = new(StringComparer.Ordinal);

    public List<(UploadedGroup Group, string First)> Found { get; } = [];

    public bool Has(UploadedGroup group)
    {
        var key = group.Group.Key;
        if (_first.TryAdd(Content(group), key))
        {
            return false;
        }

        var first = _first[Content(group)];
        _of[key] = first;
        Found.Add((group, first));
        return true;
    }

    /// <summary>The group that this one is a duplicate of, or null.</summary>
    public string? Of(string key) => _of.GetValueOrDefault(key);

    // Sixteen bytes of a hash over the hashes: two groups that differ have the same ones once in 2^64 groups.
    private static UInt128 Content(UploadedGroup group)
    {
        var text = string.Join('\n', group.Group.Files.Zip(group.Files).Select(pair => $"{pair.First.Specification}:{pair.Second.Checksum}"));
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
