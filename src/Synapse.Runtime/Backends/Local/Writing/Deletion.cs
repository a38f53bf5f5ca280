using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Leaves a tombstone: the content stays until the backend is compacted.</summary>
internal sealed class Deletion(Func<SqliteDatabase, bool> delete) : PendingWrite<bool>
{
    public override void Look(SqliteDatabase database)
    {
    }

    public override void Apply(SqliteDatabase database, long contentId) => Settle(delete(database));
}
