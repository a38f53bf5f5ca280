namespace Synapse.Actions.Uploading.Metadata;

/// <summary>
/// Which row is about a group. A row names a file by its path below the folder of its specification, or by its name, with
/// or without extension; nothing else makes a match.
/// </summary>
internal sealed class MetadataMatch
{
    private readonly Dictionary<string, MetadataRow> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<MetadataRow> _unused = new(ReferenceEqualityComparer.Instance);

    public MetadataMatch(DurableList<MetadataRow>? rows)
    {
        foreach (var row in rows ?? new([]))
        {
            var name = row.FileName.Replace('\\', '/');
            _rows[name] = row;
            _rows.TryAdd(WithoutExtension(name), row);
            _unused.Add(row);
        }
    }

    /// <summary>Rows that no group was found for so far.</summary>
    public int Unused => _unused.Count;

    public IReadOnlyDictionary<string, string>? Find(FileGroup group)
    {
        if (_rows.Count == 0)
        {
            return null;
        }

        var row = group.Files.Select(file => file.Name[(file.Name.IndexOf('/', StringComparison.Ordinal) + 1)..])
            .SelectMany(name => new[] { name, WithoutExtension(name), Path.GetFileName(name), Path.GetFileNameWithoutExtension(name) })
            .Select(name => _rows.GetValueOrDefault(name))
            .FirstOrDefault(found => found is not null);
        if (row is null)
        {
            return null;
        }

        _unused.Remove(row);
        return row.Values;
    }

    private static string WithoutExtension(string name) => name[..^Path.GetExtension(name).Length];
}
