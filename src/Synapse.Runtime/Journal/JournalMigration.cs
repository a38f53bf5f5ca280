using Synapse.Runtime.Journal.Posix;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>
/// Brings journals of older versions to this one. Every change of <see cref="JournalSchema"/> raises its version and adds the
/// way there from the version before.
/// </summary>
internal static class JournalMigration
{
    // The first leads from version 1 to 2, and so on. Tables of programs came to version 1 without a version of their own.
    private static readonly string[] Ways =
    [
        """
        CREATE TABLE IF NOT EXISTS child(
          id INTEGER PRIMARY KEY, proc INTEGER NOT NULL, pos INTEGER NOT NULL, attempt INTEGER NOT NULL, pid INTEGER NOT NULL,
          pgid INTEGER, started INTEGER NOT NULL, program TEXT NOT NULL, ended INTEGER);
        ALTER TABLE run ADD COLUMN undo_asked INTEGER NOT NULL DEFAULT 0;
        UPDATE run SET undo_asked=1 WHERE state IN (3, 4, 5) AND error IS NULL;
        CREATE TABLE wanted(id INTEGER PRIMARY KEY, pos INTEGER NOT NULL, loop TEXT NOT NULL, key TEXT NOT NULL);
        """,
    ];

    /// <summary>Where the journal is kept as it was.</summary>
    public static string Copy(string path, int version) => $"{path}.v{version}";

    /// <summary>Keeps a copy of a journal that <see cref="Apply"/> will change. A plugin of before can go on from it.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static void KeepCopy(SqliteDatabase database)
    {
        if (database.UserVersion == JournalSchema.Version)
        {
            return;
        }

        var copy = Copy(database.Path, database.UserVersion);
        var temporary = copy + ".tmp";
        File.Delete(temporary);
        try
        {
            using (var vacuum = database.Prepare("VACUUM INTO ?1"))
            {
                vacuum.Bind(1, temporary).Run();
            }

            using (var handle = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, copy, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        DirectorySync.Flush(Path.GetDirectoryName(copy)!);
    }

    /// <summary>Inside the transaction with which a process takes the run up: all of it is done, or nothing.</summary>
    public static void Apply(SqliteDatabase database)
    {
        var version = database.UserVersion;
        if (version == JournalSchema.Version)
        {
            return;
        }

        foreach (var way in Ways.AsSpan(version - 1))
        {
            database.Execute(way);
        }

        database.UserVersion = JournalSchema.Version;
    }
}
