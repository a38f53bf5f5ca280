using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class FileUpload(string name, string key, PreparedContent content) : PendingWrite<DataFile>
{
    public override PreparedContent Content => content;

    public override ContentName Name => new(name, key, null);

    public override void Look(SqliteDatabase database)
    {
        if (DataFileTable.FindByKey(database, key) is not { } found)
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
                $"Uploading {name}", key, $"data file {found.Id}, {found.Name} (SHA-256 {found.Checksum})", $"{name} (SHA-256 {content.Checksum})"));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId) =>
        Settle(new(DataFileTable.Insert(database, name, contentId, key), name, content.Size, content.Checksum));
}
