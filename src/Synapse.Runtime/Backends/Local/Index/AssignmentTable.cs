using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of assignments. One whose data unit is deleted counts as deleted.</summary>
internal static class AssignmentTable
{
    private const string Where =
        """
         a.id > ?1 AND a.deleted = 0 AND u.deleted = 0 AND (?3 IS NULL OR a.project = ?3) AND (?4 IS NULL OR a.assignee = ?4)
        AND (?5 IS NULL OR a.label_status = ?5) AND (?6 IS NULL OR a.review_status = ?6)
        """;

    private const string All = "FROM assignment a CROSS JOIN data_unit u ON u.id = a.unit WHERE" + Where;

    private const string OfProject =
        "FROM assignment a INDEXED BY assignment_project CROSS JOIN data_unit u ON u.id = a.unit WHERE a.project = ?3 AND" + Where;

    private const string OfAssignee =
        "FROM assignment a INDEXED BY assignment_assignee CROSS JOIN data_unit u ON u.id = a.unit WHERE a.assignee = ?4 AND" + Where;

    private const string WithIds =
        "FROM json_each(?2) j CROSS JOIN assignment a ON a.id = j.value CROSS JOIN data_unit u ON u.id = a.unit WHERE" + Where;

    private const string Before =
        AnnotatedRows.Columns
        + """
        i.project, i.task, i.assignee, i.label_status, i.review_status
        FROM (SELECT a.id, a.unit, u.collection, a.data, a.project, a.task, a.assignee, a.label_status, a.review_status 
        """;

    private const string After = " ORDER BY a.id LIMIT ?7)" + AnnotatedRows.Files;

    public static long NextId(SqliteDatabase database) => database.QueryInt64("SELECT coalesce(max(id), 0) + 1 FROM assignment");

    public static void Insert(SqliteDatabase database, long id, long task, long project, long unit, string? assignee) =>
        database.Cached("INSERT INTO assignment(id, task, project, unit, assignee) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, id).Bind(2, task).Bind(3, project).Bind(4, unit).Bind(5, assignee).Run();

    /// <summary>Deleted ones too.</summary>
    public static List<(long Task, string? Assignee, bool Deleted)> Range(SqliteDatabase database, long first, long count) => Rows.All(
        database.Cached("SELECT task, assignee, deleted FROM assignment WHERE id >= ?1 AND id < ?1 + ?2 ORDER BY id").Bind(1, first).Bind(2, count),
        static row => (row.Int64(0), row.Text(1), row.Int64(2) != 0));

    public static (long? Data, LabelStatus LabelStatus)? Find(SqliteDatabase database, long id)
    {
        var row = database.Cached(
            "SELECT a.data, a.label_status FROM assignment a JOIN data_unit u ON u.id = a.unit WHERE a.id = ?1 AND a.deleted = 0 AND u.deleted = 0");
        row.Bind(1, id);
        (long?, LabelStatus)? found = row.Step() ? (row.NullableInt64(0), (LabelStatus)row.Int32(1)) : null;
        row.Reset();
        return found;
    }

    /// <summary>The ids of those of some tasks.</summary>
    /// <param name="database">Where.</param>
    /// <param name="tasks">A JSON array.</param>
    public static List<long> OfTasks(SqliteDatabase database, string tasks) => Rows.All(
        database.Cached(
            "SELECT a.id FROM json_each(?1) j CROSS JOIN assignment a INDEXED BY assignment_task ON a.task = j.value WHERE a.deleted = 0").Bind(1, tasks),
        static row => row.Int64(0));

    /// <param name="database">Where.</param>
    /// <param name="filter">Which ones; its tasks are in <paramref name="ids"/> already.</param>
    /// <param name="after">Those with a larger id.</param>
    /// <param name="ids">Those among these, as a JSON array; null for all.</param>
    public static ItemPage<Assignment> Page(SqliteDatabase database, AssignmentFilter filter, long after, string? ids) => AnnotatedRows.Read(
        database,
        Bind(
            database.Cached(
                ids is not null ? Before + WithIds + After
                : filter.Assignee is not null ? Before + OfAssignee + After
                : filter.Project is not null ? Before + OfProject + After
                : Before + All + After),
            filter,
            after,
            ids).Bind(7, AnnotatedRows.PageSize),
        static row => new Assignment(row.Int64(0), row.Int64(1), row.Int64(AnnotatedRows.Own), row.Int64(AnnotatedRows.Own + 1))
        {
            Assignee = row.Text(AnnotatedRows.Own + 2),
            LabelStatus = (LabelStatus)row.Int32(AnnotatedRows.Own + 3),
            ReviewStatus = (ReviewStatus)row.Int32(AnnotatedRows.Own + 4),
        },
        static (assignment, parts) => assignment with { Files = parts.Files, PrimarySpecification = parts.Primary, Data = parts.Data });

    public static long Count(SqliteDatabase database, AssignmentFilter filter, string? ids)
    {
        const string Counted = "SELECT count(*) ";
        var row = Bind(
            database.Cached(
                ids is not null ? Counted + WithIds
                : filter.Assignee is not null ? Counted + OfAssignee
                : filter.Project is not null ? Counted + OfProject
                : Counted + All),
            filter,
            0,
            ids);
        row.Step();
        var count = row.Int64(0);
        row.Reset();
        return count;
    }

    public static void Submit(SqliteDatabase database, long id, long? data) =>
        database.Cached("UPDATE assignment SET data = ?2, label_status = ?3 WHERE id = ?1")
            .Bind(1, id).Bind(2, data).Bind(3, (long)LabelStatus.Submitted).Run();

    public static void Delete(SqliteDatabase database, long id)
    {
        database.Cached("DELETE FROM annotation WHERE id = (SELECT data FROM assignment WHERE id = ?1)").Bind(1, id).Run();
        database.Cached("UPDATE assignment SET deleted = 1, data = NULL WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
    }

    public static void DeleteOfTask(SqliteDatabase database, long task)
    {
        database.Cached("DELETE FROM annotation WHERE id IN (SELECT data FROM assignment WHERE task = ?1 AND deleted = 0 AND data IS NOT NULL)")
            .Bind(1, task).Run();
        database.Cached("UPDATE assignment SET deleted = 1, data = NULL WHERE task = ?1 AND deleted = 0").Bind(1, task).Run();
    }

    public static void DeleteOfProject(SqliteDatabase database, long project)
    {
        database.Cached("DELETE FROM annotation WHERE id IN (SELECT data FROM assignment WHERE project = ?1 AND deleted = 0 AND data IS NOT NULL)")
            .Bind(1, project).Run();
        database.Cached("UPDATE assignment SET deleted = 1, data = NULL WHERE project = ?1 AND deleted = 0").Bind(1, project).Run();
    }

    private static SqliteStatement Bind(SqliteStatement row, AssignmentFilter filter, long after, string? ids) => row
        .Bind(1, after).Bind(2, ids).Bind(3, filter.Project).Bind(4, filter.Assignee)
        .Bind(5, (long?)filter.LabelStatus).Bind(6, (long?)filter.ReviewStatus);
}
