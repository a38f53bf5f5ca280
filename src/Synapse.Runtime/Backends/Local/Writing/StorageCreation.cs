using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class StorageCreation(string name, string path, string key) : PendingWrite<Storage>
{
    public override void Look(SqliteDatabase database)
    {
        if (StorageTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Name == name && found.Path == path)
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of($"Creating storage '{name}'", key, $"storage {found.Id}, '{found.Name}' in {found.Path}", $"'{name}' in {path}"));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId) => Settle(StorageTable.Insert(database, name, path, key));
}
