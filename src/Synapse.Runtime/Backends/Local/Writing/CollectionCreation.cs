using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class CollectionCreation(string name, IReadOnlyList<FileSpecification> files, string key) : PendingWrite<DataCollection>
{
    public override void Look(SqliteDatabase database)
    {
        if (DataCollectionTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Name == name && SpecificationText.Write(found.Files) == SpecificationText.Write(files))
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of($"Creating data collection '{name}'", key, $"data collection {found.Id}, '{found.Name}'", $"'{name}' with its file specifications"));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId) =>
        Settle(DataCollectionTable.Insert(database, name, files, key));
}
