using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>What a statement finds, as objects; the statement is ready for its next use.</summary>
internal static class Rows
{
    public static T? First<T>(SqliteStatement row, Func<SqliteStatement, T> read)
        where T : class
    {
        var found = row.Step() ? read(row) : null;
        row.Reset();
        return found;
    }

    public static List<T> All<T>(SqliteStatement row, Func<SqliteStatement, T> read)
    {
        var found = new List<T>();
        while (row.Step())
        {
            found.Add(read(row));
        }

        row.Reset();
        return found;
    }
}
