using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Which file of a data unit people look at. Each collection is looked up once.</summary>
internal sealed class PrimaryFiles(SqliteDatabase database)
{
    private const string Usual = "image";

    private readonly Dictionary<long, List<string>> _primary = [];

    /// <summary>The name of its file specification, or null.</summary>
    public string? Of(long? collection, Dictionary<string, DataFile> files)
    {
        if (collection is { } id && Primary(id) is { Count: > 0 } primary)
        {
            return primary.Find(files.ContainsKey);
        }

        return files.Count == 1 ? files.Keys.First() : files.ContainsKey(Usual) ? Usual : null;
    }

    private List<string> Primary(long collection)
    {
        if (!_primary.TryGetValue(collection, out var names))
        {
            names = [.. DataCollectionTable.Specifications(database, collection).Where(file => file.IsPrimary).Select(file => file.Name)];
            _primary.Add(collection, names);
        }

        return names;
    }
}
