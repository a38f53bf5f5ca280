using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

internal sealed class ProjectCreation(NewProject project, string key) : PendingWrite<Project>
{
    private string Call => $"Creating project '{project.Name}'";

    public override void Look(SqliteDatabase database)
    {
        if (ProjectTable.FindByKey(database, key) is not { } found)
        {
            return;
        }

        if (found.Name == project.Name && found.DataCollection == project.DataCollection
            && ProjectTable.Text(found.Configuration) == ProjectTable.Text(project.Configuration))
        {
            Settle(found);
        }
        else
        {
            Refuse(KeyConflict.Of(
                Call,
                key,
                string.Create(CultureInfo.InvariantCulture, $"project {found.Id}, '{found.Name}' of data collection {found.DataCollection}"),
                string.Create(CultureInfo.InvariantCulture, $"'{project.Name}' of data collection {project.DataCollection} with its configuration")));
        }
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        if (DataCollectionTable.Find(database, project.DataCollection) is null)
        {
            throw Missing.DataCollection(Call, project.DataCollection);
        }

        Settle(ProjectTable.Insert(database, project, key));
    }
}
