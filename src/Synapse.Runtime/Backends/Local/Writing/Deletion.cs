using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Leaves a tombstone: the content stays until the backend is compacted.</summary>
internal sealed class Deletion(Func<SqliteDatabase, bool> delete) : PendingWrite<bool>
{
    public static Deletion OfEach(IReadOnlyList<long> ids, Action<SqliteDatabase, long> delete) => new(database =>
    {
        foreach (var id in ids)
        {
            delete(database, id);
        }

        return true;
    });

    public override void Look(SqliteDatabase database)
    {
    }

    public override void Apply(SqliteDatabase database, long contentId) => Settle(delete(database));
}
