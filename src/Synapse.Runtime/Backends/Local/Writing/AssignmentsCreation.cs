using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class AssignmentsCreation(IReadOnlyList<long> tasks, string? assignee, string key)
    : BatchCreation("assignment", "assignments", tasks.Count, key)
{
    protected override (int Left, string? Difference) Compare(SqliteDatabase database, long first, long existing)
    {
        var rows = AssignmentTable.Range(database, first, existing);
        string? difference = null;
        for (var i = 0; i < rows.Count && i < tasks.Count && difference is null; i++)
        {
            difference = rows[i].Assignee != assignee ? assignee is null ? "assignments to nobody" : $"assignments to '{assignee}'"
                : rows[i].Task != tasks[i] ? string.Create(CultureInfo.InvariantCulture, $"task {tasks[i]} as number {i} of the list")
                : null;
        }

        return (rows.Count(row => !row.Deleted), difference);
    }

    protected override void Check(SqliteDatabase database)
    {
        for (var i = 0; i < tasks.Count; i++)
        {
            if (TaskTable.Find(database, tasks[i]) is null)
            {
                throw Missing.Task(string.Create(CultureInfo.InvariantCulture, $"{Call}: number {i} of the list"), tasks[i]);
            }
        }
    }

    protected override long NextId(SqliteDatabase database) => AssignmentTable.NextId(database);

    protected override void Insert(SqliteDatabase database, long first)
    {
        for (var i = 0; i < tasks.Count; i++)
        {
            var task = TaskTable.Find(database, tasks[i])!.Value;
            AssignmentTable.Insert(database, first + i, tasks[i], task.Project, task.Unit, assignee);
        }
    }
}
