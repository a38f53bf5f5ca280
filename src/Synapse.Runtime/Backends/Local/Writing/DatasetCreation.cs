using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class DatasetCreation(string name, string key) : PendingWrite<Dataset>
{
    public override void Look(SqliteDatabase database)
    {
        if (DatasetTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Name == name)
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of($"Creating dataset '{name}'", key, $"dataset {found.Id}, '{found.Name}'", $"'{name}'"));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId) => Settle(DatasetTable.Insert(database, name, key));
}
