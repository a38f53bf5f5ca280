using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class UnitsCreation(IReadOnlyList<NewDataUnit> units, string key) : PendingWrite<IReadOnlyList<long>>
{
    public override void Look(SqliteDatabase database)
    {
        if (DataUnitTable.FindCall(database, key) is not { } call)
        {
            return;
        }

        var existing = new DataUnit[call.Count];
        var left = 0;
        for (var i = 0; i < existing.Length; i++)
        {
            existing[i] = DataUnitTable.Read(database, call.First + i)!;
            left += DataUnitTable.Exists(database, existing[i].Id) ? 1 : 0;
        }

        if (left == 0 && existing.Length > 0)
        {
            // All of them were deleted, so the key is free again; Apply takes it.
            return;
        }

        if (FirstDifference(existing) is { } difference)
        {
            Refuse(KeyConflict.Of("Creating data units", key, Describe(call.First, existing.Length), difference));
        }
        else if (left < existing.Length)
        {
            Refuse(new(string.Create(
                CultureInfo.InvariantCulture,
                $"Creating data units: of the {existing.Length} under the key '{key}' {existing.Length - left} were deleted since. Delete the rest, or use another key.")));
        }
        else
        {
            Settle([.. existing.Select(unit => unit.Id)]);
        }
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        var collections = new HashSet<long>();
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Files.Count == 0)
            {
                throw new BackendException(string.Create(
                    CultureInfo.InvariantCulture, $"Creating data units: number {i} of the list has no files. A data unit has at least one."));
            }

            if (units[i].Collection is { } collection && collections.Add(collection) && DataCollectionTable.Find(database, collection) is null)
            {
                throw Missing.DataCollection(string.Create(CultureInfo.InvariantCulture, $"Creating data units: number {i} of the list"), collection);
            }

            foreach (var (part, file) in units[i].Files)
            {
                if (!DataFileTable.Exists(database, file))
                {
                    throw new BackendException(string.Create(
                        CultureInfo.InvariantCulture, $"Creating data units: there is no data file {file} ('{part}' of number {i} of the list). Upload it first."));
                }
            }
        }

        DataUnitTable.ForgetCall(database, key);
        Settle(DataUnitTable.Insert(database, units, key));
    }

    private string? FirstDifference(DataUnit[] existing)
    {
        if (existing.Length != units.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{units.Count} data units");
        }

        for (var i = 0; i < existing.Length; i++)
        {
            var what = !Same(existing[i].Files, units[i].Files) ? "other files"
                : existing[i].Collection != units[i].Collection ? "another data collection"
                : !Same(existing[i].Meta, units[i].Meta) ? "other metadata"
                : !existing[i].Groups.SequenceEqual(units[i].Groups) ? "other groups"
                : null;
            if (what is not null)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{what} in number {i} of the list");
            }
        }

        return null;
    }

    private static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        left.Count == right.Count && left.All(part => right.TryGetValue(part.Key, out var value) && EqualityComparer<T>.Default.Equals(value, part.Value));

    private static string Describe(long first, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} data units ({first} to {first + count - 1})");
}
