using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class VersionCreation(long dataset, string key) : PendingWrite<DatasetVersion>
{
    private const string Call = "Making a version of a dataset";

    public override void Look(SqliteDatabase database)
    {
        if (DatasetVersionTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Dataset == dataset)
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of(
                Call,
                key,
                string.Create(CultureInfo.InvariantCulture, $"version {found.Number} of dataset {found.Dataset}"),
                string.Create(CultureInfo.InvariantCulture, $"one of dataset {dataset}")));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        if (DatasetTable.Find(database, dataset) is null)
        {
            throw Missing.Dataset(Call, dataset);
        }

        Settle(DatasetVersionTable.Insert(database, dataset, key));
    }
}
