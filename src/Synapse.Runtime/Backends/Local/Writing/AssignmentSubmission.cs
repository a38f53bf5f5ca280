using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Needs no key: what is there already is not written again.</summary>
internal sealed class AssignmentSubmission(long assignment, StoredAnnotation annotation) : PendingWrite<bool>
{
    public override long Bytes => annotation.Bytes.Length;

    public override void Look(SqliteDatabase database)
    {
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        var found = AssignmentTable.Find(database, assignment) ?? throw Missing.Assignment("Submitting an assignment", assignment);
        if (found.LabelStatus != LabelStatus.Submitted || !AnnotationTable.IsSame(database, found.Data, annotation))
        {
            AnnotationTable.Delete(database, found.Data);
            AssignmentTable.Submit(database, assignment, AnnotationTable.Insert(database, annotation));
        }

        Settle(true);
    }
}
