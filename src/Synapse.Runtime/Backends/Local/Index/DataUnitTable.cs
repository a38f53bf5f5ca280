using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of data units. Those of one call have ids in a row, so a call's key stands once.</summary>
internal static class DataUnitTable
{
    public static (long First, long Count)? FindCall(SqliteDatabase database, string key)
    {
        var row = database.Cached("SELECT first, count FROM data_unit_call WHERE origin = ?1");
        row.Bind(1, key);
        (long, long)? found = row.Step() ? (row.Int64(0), row.Int64(1)) : null;
        row.Reset();
        return found;
    }

    public static void ForgetCall(SqliteDatabase database, string key) =>
        database.Cached("DELETE FROM data_unit_call WHERE origin = ?1").Bind(1, key).Run();

    public static IReadOnlyList<DataUnit> Insert(SqliteDatabase database, IReadOnlyList<NewDataUnit> units, string key)
    {
        var first = database.QueryInt64("SELECT coalesce(max(id), 0) + 1 FROM data_unit");
        database.Cached("INSERT INTO data_unit_call(origin, first, count) VALUES (?1, ?2, ?3)")
            .Bind(1, key).Bind(2, first).Bind(3, units.Count).Run();
        var created = new DataUnit[units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            created[i] = new(first + i, units[i].Files);
            database.Cached("INSERT INTO data_unit(id) VALUES (?1)").Bind(1, created[i].Id).Run();
            foreach (var (part, file) in units[i].Files)
            {
                database.Cached("INSERT INTO data_unit_file(unit, part, file) VALUES (?1, ?2, ?3)")
                    .Bind(1, created[i].Id).Bind(2, part).Bind(3, file).Run();
            }
        }

        return created;
    }

    public static DataUnit Read(SqliteDatabase database, long id)
    {
        var row = database.Cached("SELECT part, file FROM data_unit_file WHERE unit = ?1");
        row.Bind(1, id);
        var files = new Dictionary<string, long>(StringComparer.Ordinal);
        while (row.Step())
        {
            files.Add(row.RequiredText(0), row.Int64(1));
        }

        row.Reset();
        return new(id, files);
    }

    public static bool Exists(SqliteDatabase database, long id)
    {
        var row = database.Cached("SELECT 1 FROM data_unit WHERE id = ?1 AND deleted = 0");
        row.Bind(1, id);
        var found = row.Step();
        row.Reset();
        return found;
    }

    public static void Delete(SqliteDatabase database, long id) =>
        database.Cached("UPDATE data_unit SET deleted = 1 WHERE id = ?1").Bind(1, id).Run();

    public static long Count(SqliteDatabase database) => database.QueryInt64("SELECT count(*) FROM data_unit WHERE deleted = 0");
}
