namespace Synapse.Actions.Annotating;

/// <summary>How many tasks are done, failed and left, once a second.</summary>
internal sealed class AnnotationMetrics(AddTaskDataContext run)
{
    private const string Category = "annotate_task_data";
    private const long IntervalMilliseconds = 1000;

    private long _last = Environment.TickCount64;

    public void Report(LoopProgress progress)
    {
        var now = Environment.TickCount64;
        var last = Interlocked.Read(ref _last);
        if (now - last >= IntervalMilliseconds && Interlocked.CompareExchange(ref _last, now, last) == last)
        {
            Report(progress.Finished, progress.Failed, (progress.Total ?? 0) - progress.Finished - progress.Failed);
        }
    }

    public void Report(long success, long failed, long left) => run.LogMetric(Category, ("success", success), ("failed", failed), ("stand_by", left));
}
