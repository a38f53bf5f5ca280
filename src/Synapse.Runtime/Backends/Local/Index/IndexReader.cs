using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Looks things up, beside whatever is being written. For any number of threads, one at a time.</summary>
internal sealed class IndexReader(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteDatabase? _database;
    private bool _closed;

    public T Read<T>(Func<SqliteDatabase, T> look)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(LocalBackend));
            try
            {
                _database ??= IndexSchema.OpenForReading(path);
                return look(_database);
            }
            catch (SqliteException e)
            {
                // What the connection had cached may be wrong now.
                _database?.Dispose();
                _database = null;
                throw IndexFault.Describe(path, e);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _database?.Dispose();
            _database = null;
        }
    }
}
