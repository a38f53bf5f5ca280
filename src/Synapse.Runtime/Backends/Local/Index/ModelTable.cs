using System.Text;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Journaling;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of models.</summary>
internal static class ModelTable
{
    private const string Columns = "SELECT m.id, m.name, c.size, c.sha256, m.metrics, c.segment, c.offset, c.size, c.sha256 FROM model m JOIN content c ON c.id = m.content ";

    public static long Insert(SqliteDatabase database, string name, long content, string metrics, string key)
    {
        database.Cached("INSERT INTO model(name, content, metrics, origin) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, name).Bind(2, content).Bind(3, metrics).Bind(4, key).Run();
        return database.LastInsertRowId;
    }

    public static Model? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached(Columns + "WHERE m.origin = ?1 AND m.deleted = 0").Bind(1, key), Read);

    public static (Model Model, ContentRow Content)? Find(SqliteDatabase database, long id)
    {
        var row = database.Cached(Columns + "WHERE m.id = ?1 AND m.deleted = 0");
        row.Bind(1, id);
        (Model, ContentRow)? found = row.Step() ? (Read(row), ContentTable.Read(row, 5)) : null;
        row.Reset();
        return found;
    }

    /// <summary>The newest of those older than an id.</summary>
    public static List<Model> Page(SqliteDatabase database, long before, int size) => Rows.All(
        database.Cached(Columns + "WHERE m.id < ?1 AND m.deleted = 0 ORDER BY m.id DESC LIMIT ?2").Bind(1, before).Bind(2, size), Read);

    public static void Delete(SqliteDatabase database, long id) =>
        database.Cached("UPDATE model SET deleted = 1 WHERE id = ?1").Bind(1, id).Run();

    public static string MetricsText(IReadOnlyDictionary<string, double> metrics) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in metrics)
        {
            json.WritePropertyName(name);
            JournalJson.Write(json, value);
        }

        json.WriteEndObject();
    });

    private static Dictionary<string, double> ReadMetrics(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        reader.Read();
        while (JournalJson.NextName(ref reader) is { } name)
        {
            metrics[name] = JournalJson.ReadDouble(ref reader);
        }

        return metrics;
    }

    private static Model Read(SqliteStatement row) => new(
        row.Int64(0), row.RequiredText(1), row.Int64(2), Convert.ToHexStringLower(row.BlobSpan(3)), ReadMetrics(row.RequiredText(4)));
}
