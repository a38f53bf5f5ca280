using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>What a failure of the index means for the caller.</summary>
internal static class IndexFault
{
    public static Exception Describe(string path, SqliteException cause) => cause.Fault == SqliteFault.Full ? DiskFull.At(path, cause) : new BackendException(
        cause.Fault switch
        {
            SqliteFault.Corrupt => $"{path} is damaged ({cause.Message}). Put back a copy, or choose another state folder with --state; the contents are kept.",
            SqliteFault.ReadOnly or SqliteFault.CannotOpen => $"{path} cannot be opened for writing by this user ({cause.Message}). Change its permissions.",
            SqliteFault.Busy => $"{path} is locked by another program. Close it, then try again.",
            _ => $"{path} could not be read or written ({cause.Message}, code {cause.ExtendedCode}, errno {cause.Errno}).",
        },
        cause);
}
