using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Proof;

namespace Synapse.Runtime.Journal;

/// <summary>Layout and settings of a run's database.</summary>
internal static class JournalSchema
{
    /// <summary>"SYNJ": what <c>file</c> and a reader recognise a journal by.</summary>
    public const int ApplicationId = 0x53594E4A;

    /// <summary>Raised with every change of <see cref="Entries"/>, together with a way in <see cref="JournalMigration"/>.</summary>
    public const int Version = 2;

    public const int PageBytes = 4096;

    /// <summary>In the order of their root pages.</summary>
    public static readonly SchemaEntry[] Entries =
    [
        SchemaEntry.RowTable("run",
            "id INTEGER PRIMARY KEY CHECK (id = 1), run_id TEXT NOT NULL, action TEXT NOT NULL, action_print TEXT NOT NULL, "
            + "params BLOB NOT NULL, secrets TEXT, on_failure INTEGER NOT NULL, parent TEXT, state INTEGER NOT NULL, "
            + "high_water REAL NOT NULL DEFAULT 0, crashes INTEGER NOT NULL DEFAULT 0, "
            + "created_ms INTEGER NOT NULL, ended_ms INTEGER, result TEXT, error TEXT, "
            + "undo_asked INTEGER NOT NULL DEFAULT 0"),
        SchemaEntry.RowTable("proc",
            "id INTEGER PRIMARY KEY, pid INTEGER NOT NULL, boot TEXT, host TEXT NOT NULL, plugin_version TEXT, "
            + "binary_sha TEXT, args TEXT, started_ms INTEGER NOT NULL, ended INTEGER"),
        SchemaEntry.RowTable("step",
            "pos INTEGER PRIMARY KEY, name TEXT NOT NULL, print TEXT NOT NULL, weight REAL NOT NULL, "
            + "state INTEGER NOT NULL DEFAULT 0, attempt INTEGER NOT NULL DEFAULT 0, seq INTEGER, not_before_ms INTEGER, "
            + "reason TEXT, output BLOB, output_file TEXT, child_run TEXT, origin_key TEXT, error TEXT"),
        SchemaEntry.RowTable("attempt",
            "id INTEGER PRIMARY KEY, pos INTEGER NOT NULL, phase INTEGER NOT NULL, number INTEGER NOT NULL, "
            + "cause INTEGER NOT NULL, proc INTEGER NOT NULL, started_ms INTEGER NOT NULL, dur_us INTEGER, "
            + "outcome INTEGER, error TEXT"),
        SchemaEntry.RowTable("loop",
            "id INTEGER PRIMARY KEY, pos INTEGER NOT NULL, phase INTEGER NOT NULL, name TEXT NOT NULL, "
            + "sealed INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0"),
        SchemaEntry.RowTable("item",
            "id INTEGER PRIMARY KEY, key TEXT, state INTEGER NOT NULL, attempt INTEGER NOT NULL, result BLOB, error TEXT"),
        SchemaEntry.RowTable("effect",
            "id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, mode INTEGER NOT NULL, digest TEXT, "
            + "state INTEGER NOT NULL, ref TEXT"),
        SchemaEntry.UniqueIndex("effect"),
        SchemaEntry.RowTable("child",
            "id INTEGER PRIMARY KEY, proc INTEGER NOT NULL, pos INTEGER NOT NULL, attempt INTEGER NOT NULL, pid INTEGER NOT NULL, "
            + "pgid INTEGER, started INTEGER NOT NULL, program TEXT NOT NULL, ended INTEGER"),
        SchemaEntry.KeyedTable("pin",
            "kind TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, PRIMARY KEY (kind, id)"),
        SchemaEntry.RowTable("wanted", "id INTEGER PRIMARY KEY, pos INTEGER NOT NULL, loop TEXT NOT NULL, key TEXT NOT NULL"),
    ];

    /// <summary>
    /// A new file with the tables and no rows, durable. It becomes a journal with the transaction that calls
    /// <see cref="Sign"/>; before, it is the trace of a start that was killed.
    /// </summary>
    public static SqliteDatabase Create(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(file, Empty(), fileOffset: 0);
            RandomAccess.FlushToDisk(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"{path} could not be written: {e.Message}", e);
        }

        return OpenForWriting(path);
    }

    /// <summary>What a file without any commit holds.</summary>
    public static byte[] Empty() => EmptyDatabase.Image(Entries, PageBytes);

    /// <summary>Opens for writing, with every commit durable before it returns.</summary>
    public static SqliteDatabase OpenForWriting(string path)
    {
        var database = SqliteDatabase.Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            database.Execute(
                """
                PRAGMA busy_timeout=2000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
                PRAGMA wal_autocheckpoint=1000; PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;
                """);
            if (ProofSwitch.IsOn)
            {
                Weakness.Loosen(database);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public static SqliteDatabase OpenForReading(string path)
    {
        var database = SqliteDatabase.Open(path, SqliteOpenMode.ReadOnly);
        database.Execute("PRAGMA busy_timeout=2000; PRAGMA trusted_schema=OFF;");
        return database;
    }

    /// <summary>Inside the transaction that also inserts the first rows, so that a journal is whole or absent.</summary>
    public static void Sign(SqliteDatabase database)
    {
        database.ApplicationId = ApplicationId;
        database.UserVersion = Version;
    }

    public static void Verify(SqliteDatabase database)
    {
        var version = database.UserVersion;
        if (database.ApplicationId != ApplicationId || version == 0)
        {
            throw new StateException($"{database.Path} is not a run journal.");
        }

        if (version > Version)
        {
            throw new StateException(
                $"{database.Path} was written by a newer plugin (journal version {version}, this one reads up to {Version}). "
                + "Use that one; nothing was changed.");
        }
    }
}
