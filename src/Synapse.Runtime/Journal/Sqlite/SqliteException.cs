using SQLitePCL;

namespace Synapse.Runtime.Journal.Sqlite;

internal sealed class SqliteException : Exception
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    public SqliteException(int extendedCode, int errno, string message)
        : base(message)
    {
        ExtendedCode = extendedCode;
        Errno = errno;
        Fault = Classify(extendedCode, errno);
    }

    public int ExtendedCode { get; }

    /// <summary>The operating system's own error number of the failed call, 0 if none.</summary>
    public int Errno { get; }

    public SqliteFault Fault { get; }

    /// <summary>A full disk may show as an I/O error, so the error number decides first.</summary>
    public static SqliteFault Classify(int extendedCode, int errno)
    {
        var primary = extendedCode & 0xFF;
        if (primary == raw.SQLITE_FULL)
        {
            return SqliteFault.Full;
        }

        if (errno is NoSpace or QuotaExceeded && primary is raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN)
        {
            return SqliteFault.Full;
        }

        return primary switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => SqliteFault.Busy,
            raw.SQLITE_IOERR => SqliteFault.Io,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => SqliteFault.Corrupt,
            raw.SQLITE_READONLY or raw.SQLITE_PERM => SqliteFault.ReadOnly,
            raw.SQLITE_CANTOPEN => SqliteFault.CannotOpen,
            _ => SqliteFault.Other,
        };
    }
}
