using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Creates many of a kind in one call, with ids that follow each other.</summary>
/// <param name="kind">The kind's table.</param>
/// <param name="plural">As people call them.</param>
/// <param name="count">How many.</param>
/// <param name="key">The key of the call.</param>
internal abstract class BatchCreation(string kind, string plural, int count, string key) : PendingWrite<IReadOnlyList<long>>
{
    protected string Call => $"Creating {plural}";

    public override void Look(SqliteDatabase database)
    {
        if (CallTable.Find(database, kind, key) is not { } call)
        {
            return;
        }

        var (left, difference) = Compare(database, call.First, call.Count);
        if (left == 0 && call.Count > 0)
        {
            // All of them were deleted, so the key is free again; Apply takes it.
            return;
        }

        difference = call.Count == count ? difference : string.Create(CultureInfo.InvariantCulture, $"{count} {plural}");
        if (difference is not null)
        {
            Refuse(KeyConflict.Of(
                Call, key, string.Create(CultureInfo.InvariantCulture, $"{call.Count} {plural} ({call.First} to {call.First + call.Count - 1})"), difference));
        }
        else if (left < call.Count)
        {
            Refuse(new(string.Create(
                CultureInfo.InvariantCulture,
                $"{Call}: of the {call.Count} under the key '{key}' {call.Count - left} were deleted since. Delete the rest, or use another key.")));
        }
        else
        {
            Settle(Ids(call.First));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        Check(database);
        var first = NextId(database);
        CallTable.Put(database, kind, key, first, count);
        Insert(database, first);
        Settle(Ids(first));
    }

    /// <summary>How many of an earlier call are left, and where it asked for something else; what is beyond this call's number is of no interest.</summary>
    protected abstract (int Left, string? Difference) Compare(SqliteDatabase database, long first, long existing);

    /// <summary>Refuses what cannot be created.</summary>
    protected abstract void Check(SqliteDatabase database);

    protected abstract long NextId(SqliteDatabase database);

    protected abstract void Insert(SqliteDatabase database, long first);

    private long[] Ids(long first)
    {
        var ids = new long[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = first + i;
        }

        return ids;
    }
}
