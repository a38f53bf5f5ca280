namespace Synapse.Runtime.Journal.Sqlite;

internal enum SqliteOpenMode
{
    ReadOnly,
    ReadWrite,
    Create,
}
