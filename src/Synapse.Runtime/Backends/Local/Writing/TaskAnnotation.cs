using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Needs no key: what is there already is not written again.</summary>
internal sealed class TaskAnnotation(long task, StoredAnnotation annotation) : PendingWrite<bool>
{
    public override long Bytes => annotation.Bytes.Length;

    public override void Look(SqliteDatabase database)
    {
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        var found = TaskTable.Find(database, task) ?? throw Missing.Task("Annotating a task", task);
        if (found.LabelStatus != LabelStatus.Submitted || !AnnotationTable.IsSame(database, found.Data, annotation))
        {
            AnnotationTable.Delete(database, found.Data);
            TaskTable.Annotate(database, task, AnnotationTable.Insert(database, annotation));
        }

        Settle(true);
    }
}
