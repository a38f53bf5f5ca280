using SQLitePCL;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal.Salvage;

/// <summary>
/// Copies the rows of a damaged table that can be read. A scan ends at the first damaged page, so what lies behind is reached
/// from the other end, and what lies between by starting in the middle, again and again.
/// </summary>
internal sealed class TableCopy(SqliteDatabase source, SqliteDatabase target, SalvageTable table)
{
    /// <summary>A lost inner page hides a range of keys so large that trying them all would take days.</summary>
    private const int MaxFailures = 20_000;

    /// <summary>So far from the largest number that a difference of two keys is one as well.</summary>
    private const long HighestKey = long.MaxValue - 2;

    private int _failures;

    /// <summary>Rows that were copied.</summary>
    public long Copied { get; private set; }

    /// <summary>Whether something of the table could not be read.</summary>
    public bool HasGaps => _failures > 0;

    public void Run() => Range(-1, HighestKey);

    // Both ends are outside of the range.
    private void Range(long low, long high)
    {
        var failed = Scan("key > ?1 AND key < ?2 ORDER BY key", low, high, ref low);
        if (!failed)
        {
            return;
        }

        failed = Scan("key > ?1 AND key < ?2 ORDER BY key DESC", low, high, ref high);
        if (failed && high - low > 2 && _failures < MaxFailures)
        {
            var middle = low + ((high - low) / 2);
            Range(low, middle + 1);
            Range(middle, high);
        }
    }

    /// <summary>True when it met damage. The last key that was read is where it got to.</summary>
    private bool Scan(string where, long low, long high, ref long reached)
    {
        try
        {
            using var rows = source.Prepare($"SELECT {table.Key}, {table.Columns} FROM {table.Name} WHERE {where.Replace("key", table.Key, StringComparison.Ordinal)}");
            using var insert = target.Prepare($"INSERT OR IGNORE INTO {table.Name}({table.Columns}) VALUES ({table.Parameters})");
            rows.Bind(1, low).Bind(2, high);
            while (rows.Step())
            {
                Copy(rows, insert);
                reached = rows.Int64(0);
            }

            return false;
        }
        catch (SqliteException e) when (e.Fault is SqliteFault.Corrupt or SqliteFault.Io)
        {
            _failures++;
            return true;
        }
    }

    private void Copy(SqliteStatement row, SqliteStatement insert)
    {
        for (var column = 1; column <= table.Count; column++)
        {
            Copy(row, insert, column);
        }

        try
        {
            insert.Run();
            Copied += target.Changes;
        }
        catch (SqliteException e) when ((e.ExtendedCode & 0xFF) is raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH)
        {
            // What was read is not what was written there.
            _failures++;
        }
    }

    private static void Copy(SqliteStatement row, SqliteStatement insert, int column)
    {
        switch (row.Type(column))
        {
            case raw.SQLITE_INTEGER: insert.Bind(column, row.Int64(column)); break;
            case raw.SQLITE_FLOAT: insert.Bind(column, row.Double(column)); break;
            case raw.SQLITE_TEXT: insert.Bind(column, row.Text(column)); break;
            case raw.SQLITE_BLOB: insert.BindBlob(column, row.Blob(column)); break;
            default: insert.BindNull(column); break;
        }
    }
}
