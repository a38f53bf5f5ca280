using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>The journal can no longer promise anything: the process must end with the exit code for that.</summary>
internal sealed class JournalException : Exception
{
    public JournalException(string database, SqliteException cause)
        : base(Describe(database, cause), cause) => Fault = cause.Fault;

    public JournalException(string message, Exception cause)
        : base(message, cause) => Fault = SqliteFault.Io;

    public SqliteFault Fault { get; }

    private static string Describe(string database, SqliteException cause) => cause.Fault switch
    {
        SqliteFault.Full => $"The disk is full: {database} could not be written. Free some space, then resume the run.",
        SqliteFault.Corrupt => $"{database} is damaged ({cause.Message}).",
        SqliteFault.ReadOnly => $"{database} cannot be written: it is read-only for this user.",
        SqliteFault.Busy => $"{database} is locked by another program; close it, then resume the run.",
        _ => $"{database} could not be written ({cause.Message}, code {cause.ExtendedCode}, errno {cause.Errno}).",
    };
}
