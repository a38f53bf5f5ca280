using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class TasksCreation(long project, IReadOnlyList<long> units, string key) : BatchCreation("task", "tasks", units.Count, key)
{
    protected override (int Left, string? Difference) Compare(SqliteDatabase database, long first, long existing)
    {
        var rows = TaskTable.Range(database, first, existing);
        string? difference = null;
        for (var i = 0; i < rows.Count && i < units.Count && difference is null; i++)
        {
            difference = rows[i].Project != project ? string.Create(CultureInfo.InvariantCulture, $"tasks of project {project}")
                : rows[i].Unit != units[i] ? string.Create(CultureInfo.InvariantCulture, $"data unit {units[i]} as number {i} of the list")
                : null;
        }

        return (rows.Count(row => !row.Deleted), difference);
    }

    protected override void Check(SqliteDatabase database)
    {
        var labelled = ProjectTable.Find(database, project)?.DataCollection ?? throw Missing.Project(Call, project);
        for (var i = 0; i < units.Count; i++)
        {
            var (exists, collection) = DataUnitTable.CollectionOf(database, units[i]);
            if (!exists)
            {
                throw Missing.DataUnit(string.Create(CultureInfo.InvariantCulture, $"{Call}: number {i} of the list"), units[i]);
            }

            if (collection != labelled)
            {
                var found = collection is { } other ? string.Create(CultureInfo.InvariantCulture, $"of data collection {other}") : "of no data collection";
                throw new BackendException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Call}: data unit {units[i]} (number {i} of the list) is {found}, project {project} labels those of data collection {labelled}. Choose data units of that one, or another project."));
            }
        }
    }

    protected override long NextId(SqliteDatabase database) => TaskTable.NextId(database);

    protected override void Insert(SqliteDatabase database, long first)
    {
        for (var i = 0; i < units.Count; i++)
        {
            TaskTable.Insert(database, first + i, project, units[i]);
        }
    }
}
