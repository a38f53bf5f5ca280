using System.Text;
using SQLitePCL;

namespace Synapse.Runtime.Journal.Sqlite;

/// <summary>Prepared once, bound and run many times. Parameters count from 1, columns from 0, as in SQLite.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int StackBytes = 512;

    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _handle;

    internal SqliteStatement(SqliteDatabase database, sqlite3_stmt handle)
    {
        _database = database;
        _handle = handle;
    }

    public SqliteStatement Bind(int parameter, long value)
    {
        _database.Check(raw.sqlite3_bind_int64(_handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, long? value) =>
        value is { } number ? Bind(parameter, number) : BindNull(parameter);

    public SqliteStatement Bind(int parameter, double value)
    {
        _database.Check(raw.sqlite3_bind_double(_handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        if (value.Length * 3 <= StackBytes)
        {
            Span<byte> bytes = stackalloc byte[StackBytes];
            return BindText(parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }

        return BindText(parameter, Encoding.UTF8.GetBytes(value));
    }

    public SqliteStatement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        _database.Check(raw.sqlite3_bind_text(_handle, parameter, utf8));
        return this;
    }

    public SqliteStatement BindBlob(int parameter, byte[]? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        return BindBlob(parameter, value.AsSpan());
    }

    public SqliteStatement BindBlob(int parameter, ReadOnlySpan<byte> value)
    {
        _database.Check(raw.sqlite3_bind_blob(_handle, parameter, value));
        return this;
    }

    public SqliteStatement BindNull(int parameter)
    {
        _database.Check(raw.sqlite3_bind_null(_handle, parameter));
        return this;
    }

    /// <summary>True on a row, false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw Failed(code),
        };
    }

    /// <summary>Runs to the end and makes the statement ready for the next use.</summary>
    public void Run()
    {
        while (Step())
        {
            // Rows of a statement that is run for its effect are of no interest.
        }

        Reset();
    }

    public void Reset() => _ = raw.sqlite3_reset(_handle);

    /// <summary>What the value is, as one of SQLite's numbers for it.</summary>
    public int Type(int column) => raw.sqlite3_column_type(_handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_handle, column);

    public int Int32(int column) => (int)raw.sqlite3_column_int64(_handle, column);

    public long? NullableInt64(int column) => IsNull(column) ? null : Int64(column);

    public double Double(int column) => raw.sqlite3_column_double(_handle, column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_handle, column).utf8_to_string();

    public string RequiredText(int column) => Text(column) ?? "";

    public byte[]? Blob(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(_handle, column).ToArray();

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> BlobSpan(int column) => raw.sqlite3_column_blob(_handle, column);

    public void Dispose() => _handle.Dispose();

    private SqliteException Failed(int code)
    {
        var error = _database.Error(code);
        Reset();
        return error;
    }
}
