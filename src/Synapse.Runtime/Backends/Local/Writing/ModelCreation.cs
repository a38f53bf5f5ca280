using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class ModelCreation(string name, IReadOnlyDictionary<string, double> metrics, string key, PreparedContent content)
    : PendingWrite<Model>
{
    private readonly string _metrics = ModelTable.MetricsText(metrics);

    public override PreparedContent Content => content;

    public override ContentName Name => new(name, key, _metrics);

    public override void Look(SqliteDatabase database)
    {
        if (ModelTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Name == name && found.Checksum == content.Checksum)
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of(
                $"Creating model {name}", key, $"model {found.Id}, {found.Name} (SHA-256 {found.Checksum})", $"{name} (SHA-256 {content.Checksum})"));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId) =>
        Settle(new(ModelTable.Insert(database, name, contentId, _metrics, key), name, content.Size, content.Checksum, metrics));
}
