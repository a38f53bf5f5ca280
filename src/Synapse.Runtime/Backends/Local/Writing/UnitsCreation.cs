using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class UnitsCreation(IReadOnlyList<NewDataUnit> units, string key) : BatchCreation("data_unit", "data units", units.Count, key)
{
    protected override (int Left, string? Difference) Compare(SqliteDatabase database, long first, long existing)
    {
        var left = 0;
        string? difference = null;
        for (var i = 0; i < existing; i++)
        {
            left += DataUnitTable.Exists(database, first + i) ? 1 : 0;
            if (i < units.Count && difference is null && Difference(DataUnitTable.Read(database, first + i)!, units[i]) is { } what)
            {
                difference = string.Create(CultureInfo.InvariantCulture, $"{what} in number {i} of the list");
            }
        }

        return (left, difference);
    }

    protected override void Check(SqliteDatabase database)
    {
        var collections = new HashSet<long>();
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Files.Count == 0)
            {
                throw new BackendException(string.Create(
                    CultureInfo.InvariantCulture, $"{Call}: number {i} of the list has no files. A data unit has at least one."));
            }

            if (units[i].Collection is { } collection && collections.Add(collection) && DataCollectionTable.Find(database, collection) is null)
            {
                throw Missing.DataCollection(string.Create(CultureInfo.InvariantCulture, $"{Call}: number {i} of the list"), collection);
            }

            foreach (var (part, file) in units[i].Files)
            {
                if (!DataFileTable.Exists(database, file))
                {
                    throw new BackendException(string.Create(
                        CultureInfo.InvariantCulture, $"{Call}: there is no data file {file} ('{part}' of number {i} of the list). Upload it first."));
                }
            }
        }
    }

    protected override long NextId(SqliteDatabase database) => DataUnitTable.NextId(database);

    protected override void Insert(SqliteDatabase database, long first)
    {
        for (var i = 0; i < units.Count; i++)
        {
            DataUnitTable.Insert(database, first + i, units[i]);
        }
    }

    private static string? Difference(DataUnit existing, NewDataUnit asked) =>
        !Same(existing.Files, asked.Files) ? "other files"
        : existing.Collection != asked.Collection ? "another data collection"
        : !Same(existing.Meta, asked.Meta) ? "other metadata"
        : !existing.Groups.SequenceEqual(asked.Groups) ? "other groups"
        : null;

    private static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        left.Count == right.Count && left.All(part => right.TryGetValue(part.Key, out var value) && EqualityComparer<T>.Default.Equals(value, part.Value));
}
