using System.Security.Cryptography;
using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of data units.</summary>
internal static class DataUnitTable
{
    public static long NextId(SqliteDatabase database) => database.QueryInt64("SELECT coalesce(max(id), 0) + 1 FROM data_unit");

    public static void Insert(SqliteDatabase database, long id, NewDataUnit unit)
    {
        database.Cached("INSERT INTO data_unit(id, collection, meta, groups) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, id).Bind(2, unit.Collection).Bind(3, UnitText.Meta(unit.Meta)).Bind(4, UnitText.Groups(unit.Groups)).Run();
        foreach (var (part, file) in unit.Files)
        {
            database.Cached("INSERT INTO data_unit_file(unit, part, file) VALUES (?1, ?2, ?3)").Bind(1, id).Bind(2, part).Bind(3, file).Run();
        }
    }

    /// <summary>Deleted ones too.</summary>
    public static DataUnit? Read(SqliteDatabase database, long id) =>
        Rows.First(database.Cached("SELECT id, collection, meta, groups FROM data_unit WHERE id = ?1").Bind(1, id), row => Read(database, row));

    /// <summary>The first of those after an id.</summary>
    public static List<DataUnit> Page(SqliteDatabase database, long? collection, long after, int size)
    {
        var sql = collection is null
            ? database.Cached("SELECT id, collection, meta, groups FROM data_unit WHERE id > ?1 AND deleted = 0 ORDER BY id LIMIT ?2")
            : database.Cached("SELECT id, collection, meta, groups FROM data_unit WHERE collection = ?3 AND id > ?1 AND deleted = 0 ORDER BY id LIMIT ?2").Bind(3, collection);
        return Rows.All(sql.Bind(1, after).Bind(2, size), row => Read(database, row));
    }

    /// <summary>
    /// Goes through the collection once: an index over hashes, which lie anywhere, would cost each upload more than a look
    /// through costs the few that ask.
    /// </summary>
    public static HashSet<string> FindChecksums(SqliteDatabase database, long collection, IReadOnlyCollection<string> checksums, CancellationToken ct)
    {
        var wanted = checksums.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        var row = database.Cached(
            "SELECT c.sha256 FROM data_unit u JOIN data_unit_file p ON p.unit = u.id JOIN data_file f ON f.id = p.file JOIN content c ON c.id = f.content "
            + "WHERE u.collection = ?1 AND u.deleted = 0 AND f.deleted = 0").Bind(1, collection);
        Span<char> text = stackalloc char[2 * SHA256.HashSizeInBytes];
        try
        {
            while (row.Step())
            {
                ct.ThrowIfCancellationRequested();
                Convert.TryToHexStringLower(row.BlobSpan(0), text, out var length);
                if (wanted.TryGetValue(text[..length], out var checksum))
                {
                    found.Add(checksum);
                }
            }
        }
        finally
        {
            row.Reset();
        }

        return found;
    }

    private static DataUnit Read(SqliteDatabase database, SqliteStatement row)
    {
        var unit = row.Int64(0);
        var file = database.Cached("SELECT part, file FROM data_unit_file WHERE unit = ?1").Bind(1, unit);
        var files = new Dictionary<string, long>(StringComparer.Ordinal);
        while (file.Step())
        {
            files.Add(file.RequiredText(0), file.Int64(1));
        }

        file.Reset();
        return new(unit, files)
        {
            Collection = row.NullableInt64(1),
            Meta = UnitText.ReadMeta(row.Text(2)),
            Groups = UnitText.ReadGroups(row.Text(3)),
        };
    }

    /// <summary>The data collection of one that is there.</summary>
    public static (bool Exists, long? Collection) CollectionOf(SqliteDatabase database, long id)
    {
        var row = database.Cached("SELECT collection FROM data_unit WHERE id = ?1 AND deleted = 0");
        row.Bind(1, id);
        var found = row.Step() ? (true, row.NullableInt64(0)) : default;
        row.Reset();
        return found;
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
