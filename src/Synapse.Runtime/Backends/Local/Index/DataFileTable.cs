using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of uploaded files.</summary>
internal static class DataFileTable
{
    public static long Insert(SqliteDatabase database, string name, long content, string key)
    {
        database.Cached("INSERT INTO data_file(name, content, origin) VALUES (?1, ?2, ?3)")
            .Bind(1, name).Bind(2, content).Bind(3, key).Run();
        return database.LastInsertRowId;
    }

    public static DataFile? FindByKey(SqliteDatabase database, string key)
    {
        var row = database.Cached(
            "SELECT f.id, f.name, c.size, c.sha256 FROM data_file f JOIN content c ON c.id = f.content WHERE f.origin = ?1 AND f.deleted = 0");
        row.Bind(1, key);
        var found = row.Step() ? Read(row, 0) : null;
        row.Reset();
        return found;
    }

    public static (DataFile File, ContentRow Content, bool Deleted)? Find(SqliteDatabase database, long id)
    {
        var row = database.Cached(
            "SELECT f.id, f.name, c.size, c.sha256, f.deleted, c.segment, c.offset, c.size, c.sha256 "
            + "FROM data_file f JOIN content c ON c.id = f.content WHERE f.id = ?1");
        row.Bind(1, id);
        (DataFile, ContentRow, bool)? found = row.Step() ? (Read(row, 0), ContentTable.Read(row, 5), row.Int64(4) != 0) : null;
        row.Reset();
        return found;
    }

    public static bool Exists(SqliteDatabase database, long id)
    {
        var row = database.Cached("SELECT 1 FROM data_file WHERE id = ?1 AND deleted = 0");
        row.Bind(1, id);
        var found = row.Step();
        row.Reset();
        return found;
    }

    public static bool Delete(SqliteDatabase database, long id)
    {
        database.Cached("UPDATE data_file SET deleted = 1 WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
        return database.Changes > 0;
    }

    /// <summary>The first of those after an id.</summary>
    public static List<DataFile> Page(SqliteDatabase database, long after, int size) => Rows.All(
        database.Cached(
            "SELECT f.id, f.name, c.size, c.sha256 FROM data_file f JOIN content c ON c.id = f.content WHERE f.id > ?1 AND f.deleted = 0 ORDER BY f.id LIMIT ?2")
            .Bind(1, after).Bind(2, size),
        row => Read(row, 0));

    public static long Count(SqliteDatabase database) => database.QueryInt64("SELECT count(*) FROM data_file WHERE deleted = 0");

    /// <summary>The columns id, name, size, sha256, from <paramref name="column"/> on.</summary>
    public static DataFile Read(SqliteStatement row, int column) => new(
        row.Int64(column), row.RequiredText(column + 1), row.Int64(column + 2), Convert.ToHexStringLower(row.BlobSpan(column + 3)));
}
