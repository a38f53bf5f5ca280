using SQLitePCL;

namespace Synapse.EndToEnd.Tests.Support;

/// <summary>Looks into the embedded backend from outside, with nothing of the product in between.</summary>
internal static class BackendFile
{
    static BackendFile() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    /// <summary>The ids of all uploaded files by the key that they were uploaded under.</summary>
    public static Dictionary<string, long> Origins(string folder)
    {
        var origins = new Dictionary<string, long>(StringComparer.Ordinal);
        var path = Path.Combine(folder, ".synapse", "backend", "local.db");
        if (!File.Exists(path))
        {
            return origins; // killed before the backend was used
        }
        Check(raw.sqlite3_open_v2(path, out var database, raw.SQLITE_OPEN_READWRITE, null));
        using (database)
        {
            if (!HasTables(database))
            {
                return origins; // killed while the backend was being made
            }
            Check(raw.sqlite3_prepare_v2(database, "SELECT origin, id FROM data_file WHERE deleted = 0", out var query));
            using (query)
            {
                while (raw.sqlite3_step(query) == raw.SQLITE_ROW)
                {
                    origins.Add(raw.sqlite3_column_text(query, 0).utf8_to_string(), raw.sqlite3_column_int64(query, 1));
                }
            }
        }
        return origins;
    }

    private static bool HasTables(sqlite3 database)
    {
        Check(raw.sqlite3_prepare_v2(database, "PRAGMA user_version", out var query));
        using (query)
        {
            return raw.sqlite3_step(query) == raw.SQLITE_ROW && raw.sqlite3_column_int(query, 0) != 0;
        }
    }

    private static void Check(int result) => Assert.Equal(raw.SQLITE_OK, result);
}
