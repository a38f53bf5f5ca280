using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of tasks. One whose data unit is deleted counts as deleted.</summary>
internal static class TaskTable
{
    private const string Where =
        """
         t.id > ?1 AND t.deleted = 0 AND u.deleted = 0 AND (?3 IS NULL OR t.project = ?3) AND (?4 IS NULL OR t.label_status = ?4)
        AND (?5 IS NULL OR t.review_status = ?5) AND (?6 IS NULL OR (t.data IS NOT NULL) = ?6)
        """;

    private const string All = "FROM task t CROSS JOIN data_unit u ON u.id = t.unit WHERE" + Where;

    private const string OfProject =
        "FROM task t INDEXED BY task_project CROSS JOIN data_unit u ON u.id = t.unit WHERE t.project = ?3 AND" + Where;

    private const string WithIds =
        "FROM json_each(?2) j CROSS JOIN task t ON t.id = j.value CROSS JOIN data_unit u ON u.id = t.unit WHERE" + Where;

    private const string Before =
        AnnotatedRows.Columns + "i.project, i.label_status, i.review_status FROM (SELECT t.id, t.unit, u.collection, t.data, t.project, t.label_status, t.review_status ";

    private const string After = " ORDER BY t.id LIMIT ?7)" + AnnotatedRows.Files;

    public static long NextId(SqliteDatabase database) => database.QueryInt64("SELECT coalesce(max(id), 0) + 1 FROM task");

    public static void Insert(SqliteDatabase database, long id, long project, long unit) =>
        database.Cached("INSERT INTO task(id, project, unit) VALUES (?1, ?2, ?3)").Bind(1, id).Bind(2, project).Bind(3, unit).Run();

    /// <summary>Deleted ones too.</summary>
    public static List<(long Project, long Unit, bool Deleted)> Range(SqliteDatabase database, long first, long count) => Rows.All(
        database.Cached("SELECT project, unit, deleted FROM task WHERE id >= ?1 AND id < ?1 + ?2 ORDER BY id").Bind(1, first).Bind(2, count),
        static row => (row.Int64(0), row.Int64(1), row.Int64(2) != 0));

    /// <summary>What an assignment or ground truth needs of a task.</summary>
    public static (long Project, long Unit, long? Data, LabelStatus LabelStatus)? Find(SqliteDatabase database, long id)
    {
        var row = database.Cached(
            "SELECT t.project, t.unit, t.data, t.label_status FROM task t JOIN data_unit u ON u.id = t.unit WHERE t.id = ?1 AND t.deleted = 0 AND u.deleted = 0");
        row.Bind(1, id);
        (long, long, long?, LabelStatus)? found = row.Step() ? (row.Int64(0), row.Int64(1), row.NullableInt64(2), (LabelStatus)row.Int32(3)) : null;
        row.Reset();
        return found;
    }

    /// <param name="database">Where.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Those with a larger id.</param>
    /// <param name="ids">Those among these, as a JSON array; null for all.</param>
    public static ItemPage<TaskItem> Page(SqliteDatabase database, TaskFilter filter, long after, string? ids) => AnnotatedRows.Read(
        database,
        Bind(
            database.Cached(ids is not null ? Before + WithIds + After : filter.Project is null ? Before + All + After : Before + OfProject + After),
            filter,
            after,
            ids).Bind(7, AnnotatedRows.PageSize),
        static row => new TaskItem(row.Int64(0), row.Int64(1), row.Int64(AnnotatedRows.Own))
        {
            LabelStatus = (LabelStatus)row.Int32(AnnotatedRows.Own + 1),
            ReviewStatus = (ReviewStatus)row.Int32(AnnotatedRows.Own + 2),
        },
        static (task, parts) => task with { Files = parts.Files, PrimarySpecification = parts.Primary, Data = parts.Data });

    public static long Count(SqliteDatabase database, TaskFilter filter, string? ids)
    {
        const string Counted = "SELECT count(*) ";
        var row = Bind(
            database.Cached(ids is not null ? Counted + WithIds : filter.Project is null ? Counted + All : Counted + OfProject), filter, 0, ids);
        row.Step();
        var count = row.Int64(0);
        row.Reset();
        return count;
    }

    public static void Annotate(SqliteDatabase database, long id, long? data) =>
        database.Cached("UPDATE task SET data = ?2, label_status = ?3 WHERE id = ?1")
            .Bind(1, id).Bind(2, data).Bind(3, (long)LabelStatus.Submitted).Run();

    /// <summary>With its assignments.</summary>
    public static void Delete(SqliteDatabase database, long id)
    {
        AssignmentTable.DeleteOfTask(database, id);
        database.Cached("DELETE FROM annotation WHERE id = (SELECT data FROM task WHERE id = ?1)").Bind(1, id).Run();
        database.Cached("UPDATE task SET deleted = 1, data = NULL WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
    }

    public static void DeleteOfProject(SqliteDatabase database, long project)
    {
        database.Cached("DELETE FROM annotation WHERE id IN (SELECT data FROM task WHERE project = ?1 AND deleted = 0 AND data IS NOT NULL)")
            .Bind(1, project).Run();
        database.Cached("UPDATE task SET deleted = 1, data = NULL WHERE project = ?1 AND deleted = 0").Bind(1, project).Run();
    }

    private static SqliteStatement Bind(SqliteStatement row, TaskFilter filter, long after, string? ids) => row
        .Bind(1, after).Bind(2, ids).Bind(3, filter.Project).Bind(4, (long?)filter.LabelStatus).Bind(5, (long?)filter.ReviewStatus)
        .Bind(6, filter.HasData is { } has ? has ? 1 : 0 : (long?)null);
}
