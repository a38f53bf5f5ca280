namespace Synapse.Runtime.Journal.Sqlite;

/// <summary>What went wrong, as far as the caller must act differently.</summary>
internal enum SqliteFault
{
    Other,
    Busy,
    Full,
    Io,
    Corrupt,
    ReadOnly,
    CannotOpen,
}
