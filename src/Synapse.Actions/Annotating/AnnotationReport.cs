using System.Globalization;

namespace Synapse.Actions.Annotating;

/// <summary>What became of each task: <c>pre-annotation-report.jsonl</c> in the run's folder, with a summary to read beside it.</summary>
internal static class AnnotationReport
{
    private const int ShownFailures = 100;

    private const string FileName = "pre-annotation-report.jsonl";

    public static string PathOf(AddTaskDataContext run) => Path.Combine(run.WorkDir, FileName);

    /// <summary>The report of all that was to be done. What it says comes from the journal.</summary>
    public static AddTaskDataResult Write(AddTaskDataContext run, DurableList<AnnotatedTask> annotated)
    {
        var failures = annotated.Failures;
        var empty = 0;
        using (var line = new ReportLine())
        using (var file = run.CreateDurableFile(FileName))
        {
            foreach (var task in annotated)
            {
                empty += task.IsEmpty ? 1 : 0;
                file.Write(line.Of(task));
            }

            foreach (var failure in failures)
            {
                file.Write(line.Of(Failure(failure)));
            }
        }

        var shown = failures.Take(ShownFailures).Select(Failure).ToList();
        var state = annotated.Count == 0 && failures.Count > 0 ? "failed" : "done";
        WriteSummary(run, state, annotated.Count, empty, failures.Count, shown.Select(failure => $"task {failure.TaskId}: {failure.Error}"));
        return new(annotated.Count + failures.Count, annotated.Count, empty, failures.Count, shown, PathOf(run));
    }

    /// <summary>The report of a step that ended early, out of the notes that it took.</summary>
    public static void WriteUnfinished(AddTaskDataContext run, Exception cause)
    {
        var last = new Dictionary<long, int>();
        foreach (var (number, line) in File.ReadLines(AnnotationNotes.PathOf(run)).Index())
        {
            if (ReportLine.Read(line) is { } read)
            {
                last[read.Task] = number;
            }
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        using (var file = File.CreateText(PathOf(run)))
        {
            foreach (var (number, line) in File.ReadLines(AnnotationNotes.PathOf(run)).Index())
            {
                if (ReportLine.Read(line) is not { } read || last[read.Task] != number)
                {
                    continue;
                }

                file.Write(line);
                file.Write('\n');
                counts[read.Outcome] = counts.GetValueOrDefault(read.Outcome) + 1;
                if (read.Outcome == ReportLine.Failed && failures.Count < ShownFailures)
                {
                    failures.Add(line);
                }
            }
        }

        var empty = counts.GetValueOrDefault(ReportLine.Empty);
        var state = cause is OperationCanceledException ? "stopped" : "failed";
        WriteSummary(run, state, counts.GetValueOrDefault(ReportLine.Annotated) + empty, empty, counts.GetValueOrDefault(ReportLine.Failed), failures);
    }

    private static TaskFailure Failure(ItemFailure failure) => new(long.Parse(failure.Key, CultureInfo.InvariantCulture), failure.Message);

    private static void WriteSummary(AddTaskDataContext run, string state, int annotated, int empty, int failed, IEnumerable<string> shown)
    {
        var lines = new List<string>
        {
            $"Pre-annotation of run {run.RunId}: {state}",
            "",
            string.Create(CultureInfo.InvariantCulture, $"  annotated  {annotated,9} tasks, {empty} of them with nothing found"),
            string.Create(CultureInfo.InvariantCulture, $"  failed     {failed,9}"),
            "",
        };
        lines.AddRange(shown);
        if (failed > ShownFailures)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {failed - ShownFailures} more in {Path.GetFileName(PathOf(run))}"));
        }

        File.WriteAllText(Path.ChangeExtension(PathOf(run), ".txt"), string.Join('\n', lines) + "\n");
    }
}
