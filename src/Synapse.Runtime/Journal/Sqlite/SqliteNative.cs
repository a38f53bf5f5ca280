using System.Runtime.InteropServices;
using SQLitePCL;

namespace Synapse.Runtime.Journal.Sqlite;

/// <summary>What the provider does not expose.</summary>
internal static partial class SqliteNative
{
    // The library lies beside the application by design, which is what the rule warns of.
#pragma warning disable CA5393
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_system_errno")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int SystemErrno(sqlite3 database);
#pragma warning restore CA5393
}
