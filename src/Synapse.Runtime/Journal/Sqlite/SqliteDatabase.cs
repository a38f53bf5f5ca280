using System.Runtime.InteropServices;
using SQLitePCL;

namespace Synapse.Runtime.Journal.Sqlite;

/// <summary>
/// One connection. Not safe for use by two threads at once: the owner holds a mutex, so SQLite's own is off.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int ExtendedResultCodes = 0x02000000;

    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    static SqliteDatabase()
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
    }

    private SqliteDatabase(sqlite3 handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    public string Path { get; }

    public long LastInsertRowId => raw.sqlite3_last_insert_rowid(_handle);

    public int Changes => raw.sqlite3_changes(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public int ApplicationId
    {
        get => (int)QueryInt64("PRAGMA application_id");
        set => Execute($"PRAGMA application_id={value}");
    }

    public int UserVersion
    {
        get => (int)QueryInt64("PRAGMA user_version");
        set => Execute($"PRAGMA user_version={value}");
    }

    public static SqliteDatabase Open(string path, SqliteOpenMode mode)
    {
        var flags = ExtendedResultCodes | raw.SQLITE_OPEN_NOMUTEX | mode switch
        {
            SqliteOpenMode.ReadOnly => raw.SQLITE_OPEN_READONLY,
            SqliteOpenMode.ReadWrite => raw.SQLITE_OPEN_READWRITE,
            _ => raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE,
        };
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var database = new SqliteDatabase(handle, path);
        if (code != raw.SQLITE_OK)
        {
            using (database)
            {
                throw database.Error(code);
            }
        }

        return database;
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public void Execute(string sql)
    {
        var rest = System.Text.Encoding.UTF8.GetBytes(sql).AsSpan();
        while (!rest.IsEmpty)
        {
            Check(raw.sqlite3_prepare_v2(_handle, rest, out var handle, out var tail));
            rest = rest[^tail.Length..];
            if (handle.IsInvalid)
            {
                continue;
            }

            using var statement = new SqliteStatement(this, handle);
            while (statement.Step())
            {
                // Rows of a PRAGMA are of no interest here.
            }
        }
    }

    public long QueryInt64(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    public string? QueryText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, System.Text.Encoding.UTF8.GetBytes(sql), out var handle, out _));
        return new SqliteStatement(this, handle);
    }

    /// <summary>
    /// The statement of a literal, prepared at its first use and owned by the connection.
    /// The literal's identity is the key, so a look-up costs no hashing of its text.
    /// </summary>
    public SqliteStatement Cached(string sql)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_statements, sql, out _);
        return slot ??= Prepare(sql);
    }

    public void Begin() => Cached("BEGIN IMMEDIATE").Run();

    /// <summary>What is read until the connection is closed is of one instant.</summary>
    public void BeginReading() => Cached("BEGIN").Run();

    public void Commit() => Cached("COMMIT").Run();

    /// <summary>Never throws: it runs while another failure is on its way, and closing rolls back as well.</summary>
    public void Rollback()
    {
        if (InTransaction)
        {
            _ = raw.sqlite3_exec(_handle, "ROLLBACK");
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _handle.Dispose();
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Error(code);
        }
    }

    internal SqliteException Error(int code)
    {
        if (_handle.IsInvalid)
        {
            return new SqliteException(code, 0, raw.sqlite3_errstr(code).utf8_to_string());
        }

        var extended = raw.sqlite3_extended_errcode(_handle);
        var message = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return new SqliteException(
            (extended & 0xFF) == (code & 0xFF) ? extended : code, SqliteNative.SystemErrno(_handle), message);
    }
}
