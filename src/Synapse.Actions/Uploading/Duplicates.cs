using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Synapse.Actions.Uploading;

/// <summary>
/// Groups that need no data unit of their own: their files have the content of a group before, or the data collection has
/// the contents already. Found in a pass of its own, before a data unit is created.
/// </summary>
internal sealed class Duplicates
{
    private const int GroupsAQuestion = 10_000;

    private readonly Dictionary<string, (UploadedGroup Group, string Reason)> _found = new(StringComparer.Ordinal);

    public IEnumerable<UploadedGroup> All => _found.Values.Select(found => found.Group);

    public static async Task<Duplicates> FindAsync(
        IEnumerable<UploadedGroup> groups, DataCollection collection, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var duplicates = new Duplicates();
        if (p.SkipExistingChecksums)
        {
            await duplicates.AddExistingAsync(groups, collection, p, run, ct);
        }

        if (p.SkipLocalDuplicates)
        {
            duplicates.AddRepeated(groups);
        }

        return duplicates;
    }

    public bool Has(UploadedGroup group) => _found.ContainsKey(group.Group.Key);

    /// <summary>Why the group needs no data unit, or null if it does.</summary>
    public string? ReasonOf(UploadedGroup group) => _found.TryGetValue(group.Group.Key, out var found) ? found.Reason : null;

    // The answers are journaled: once data units of this run are created, the backend would answer otherwise.
    private async Task AddExistingAsync(IEnumerable<UploadedGroup> groups, DataCollection collection, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var options = new ForEachOptions { Name = "existing", Retries = p.CreatingDataUnitMaxRetries };
        var existing = await run.ForEachAsync(
            groups.Chunk(GroupsAQuestion).Index(),
            question => string.Create(CultureInfo.InvariantCulture, $"question {question.Index}"),
            async (question, token) =>
            {
                var found = await run.Backend.DataUnits.FindChecksumsAsync(collection.Id, [.. question.Item.SelectMany(group => group.Files).Select(file => file.Checksum)], token);
                return new ExistingGroups([.. question.Item.Where(group => group.Files.All(file => found.Contains(file.Checksum))).Select(group => group.Group.Key)]);
            },
            options,
            ct);
        var keys = existing.SelectMany(answer => answer.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => keys.Contains(group.Group.Key)))
        {
            _found.Add(group.Group.Key, (group, $"Data collection '{collection.Name}' has its content already."));
        }
    }

    private void AddRepeated(IEnumerable<UploadedGroup> groups)
    {
        var first = new Dictionary<UInt128, string>();
        foreach (var group in groups.Where(group => !Has(group)))
        {
            var key = group.Group.Key;
            var content = Content(group);
            if (!first.TryAdd(content, key))
            {
                _found.Add(key, (group, $"It has the content of {first[content]}."));
            }
        }
    }

    // Sixteen bytes of a hash over the hashes: by chance two groups that differ share them once among 2^64.
    private static UInt128 Content(UploadedGroup group)
    {
        if (group.Files.Count == 1)
        {
            return UInt128.Parse(group.Files[0].Checksum.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                ^ (uint)group.Group.Files[0].Specification.GetHashCode(StringComparison.Ordinal);
        }

        var text = string.Join('\n', group.Group.Files.Zip(group.Files).Select(pair => $"{pair.First.Specification}:{pair.Second.Checksum}"));
        return BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>The groups of one question whose contents the data collection has.</summary>
/// <param name="Keys">Their keys.</param>
[Journaled]
internal sealed record ExistingGroups(IReadOnlyList<string> Keys);
