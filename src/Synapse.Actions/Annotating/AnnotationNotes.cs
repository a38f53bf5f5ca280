namespace Synapse.Actions.Annotating;

/// <summary>
/// What became of each try, as it happens: for the report of a step that does not come to its end, which has no list of
/// what it did. A task that is tried again has several lines; the last one counts.
/// </summary>
internal sealed class AnnotationNotes : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly ReportLine _line = new();

    private AnnotationNotes(FileStream file) => _file = file;

    public static AnnotationNotes Open(AddTaskDataContext run)
    {
        var file = new FileStream(PathOf(run), FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

        // A process that was killed may have left half a line.
        file.WriteByte((byte)'\n');
        return new(file);
    }

    public static string PathOf(AddTaskDataContext run)
    {
        var folder = Path.Combine(run.WorkDir, "report");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "annotate.jsonl");
    }

    public void Add(AnnotatedTask task)
    {
        lock (_gate)
        {
            _file.Write(_line.Of(task));
        }
    }

    public void Add(TaskFailure failure)
    {
        lock (_gate)
        {
            _file.Write(_line.Of(failure));
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _line.Dispose();
    }
}
