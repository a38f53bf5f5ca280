using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>
/// The one connection that writes a journal. After a failed commit it is good for nothing but to be opened anew: what is true
/// then stands in the file.
/// </summary>
internal sealed class JournalConnection : IDisposable
{
    private readonly long _process;
    private readonly TimeProvider _clock;

    /// <param name="database">Open for writing; it is closed with the connection.</param>
    /// <param name="process">The row of this process.</param>
    /// <param name="clock">The time of what is written.</param>
    public JournalConnection(SqliteDatabase database, long process, TimeProvider clock)
    {
        _process = process;
        _clock = clock;
        Database = database;
        Writer = new JournalWriter(database, process, clock);
    }

    public SqliteDatabase Database { get; private set; }

    public JournalWriter Writer { get; private set; }

    /// <summary>Makes a new database and hands it on; it is closed again when that fails.</summary>
    /// <exception cref="JournalException">SQLite could not do it.</exception>
    public static T Create<T>(RunFolder folder, Func<SqliteDatabase, T> use) => Use(folder, JournalSchema.Create, use);

    /// <summary>Opens a database and hands it on; it is closed again when that fails.</summary>
    /// <exception cref="JournalException">SQLite could not do it.</exception>
    public static T Open<T>(RunFolder folder, Func<SqliteDatabase, T> use) => Use(folder, JournalSchema.OpenForWriting, use);

    /// <exception cref="SqliteException">It cannot be opened; then the connection is closed.</exception>
    public void Reopen()
    {
        var path = Database.Path;
        Database.Dispose();
        Database = JournalSchema.OpenForWriting(path);
        Writer = new JournalWriter(Database, _process, _clock);
    }

    /// <summary>Folds the log into the one file that a finished run is. Failing at it loses nothing.</summary>
    public void Fold()
    {
        try
        {
            // It says 1, and throws nothing, if a reader kept it from the end.
            if (Database.QueryInt64("PRAGMA wal_checkpoint(FULL)") == 0)
            {
                // Every page is durable by now; the mode in the header may be the old or the new one, both read the same.
                Database.Execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY");
            }
        }
        catch (SqliteException)
        {
            // A reader is looking on, or the disk is full: the log stays beside the database and is as good.
        }
    }

    public void Dispose() => Database.Dispose();

    private static T Use<T>(RunFolder folder, Func<string, SqliteDatabase> open, Func<SqliteDatabase, T> use)
    {
        try
        {
            var database = open(folder.Database);
            try
            {
                return use(database);
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch (SqliteException e)
        {
            throw new JournalException(folder.Database, e);
        }
    }
}
