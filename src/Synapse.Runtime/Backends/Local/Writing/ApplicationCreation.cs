using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Serving;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class ApplicationCreation(string name, string address, string key) : PendingWrite<RegisteredApplication>
{
    public override void Look(SqliteDatabase database)
    {
        if (ServeApplicationTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Name == name && found.Address == address)
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of(
                $"Registering serve application '{name}'",
                key,
                $"serve application {found.Id}, '{found.Name}' at {ServeAddress.Shown(found.Address)}",
                $"'{name}' at {ServeAddress.Shown(address)}"));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId) =>
        Settle(ServeApplicationTable.Insert(database, name, address, key));
}
