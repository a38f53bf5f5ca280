using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of projects.</summary>
internal static class ProjectTable
{
    private const string Columns = "SELECT id, name, collection, configuration FROM project WHERE deleted = 0 AND ";

    public static Project Insert(SqliteDatabase database, NewProject project, string key)
    {
        database.Cached("INSERT INTO project(name, collection, configuration, origin) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, project.Name).Bind(2, project.DataCollection).Bind(3, Text(project.Configuration)).Bind(4, key).Run();
        return new(database.LastInsertRowId, project.Name, project.DataCollection) { Configuration = project.Configuration };
    }

    public static Project? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached(Columns + "origin = ?1").Bind(1, key), Read);

    public static Project? Find(SqliteDatabase database, long id) => Rows.First(database.Cached(Columns + "id = ?1").Bind(1, id), Read);

    /// <summary>The newest of those older than an id.</summary>
    public static List<Project> Page(SqliteDatabase database, long before, int size) =>
        Rows.All(database.Cached(Columns + "id < ?1 ORDER BY id DESC LIMIT ?2").Bind(1, before).Bind(2, size), Read);

    /// <summary>With its tasks and their assignments.</summary>
    public static bool Delete(SqliteDatabase database, long id)
    {
        database.Cached("UPDATE project SET deleted = 1 WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
        if (database.Changes == 0)
        {
            return false;
        }

        AssignmentTable.DeleteOfProject(database, id);
        TaskTable.DeleteOfProject(database, id);
        return true;
    }

    /// <summary>A configuration as it is kept.</summary>
    public static string? Text(JsonElement? configuration) =>
        configuration is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } some ? JsonText.Of(some.WriteTo) : null;

    private static Project Read(SqliteStatement row) => new(row.Int64(0), row.RequiredText(1), row.Int64(2))
    {
        Configuration = row.Text(3) is { } text ? JsonElement.Parse(text) : null,
    };
}
