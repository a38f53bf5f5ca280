using System.Globalization;

namespace Synapse.Actions.Exporting.Report;

/// <summary>What became of each item: <c>export-report.jsonl</c> in the run's folder, with a summary to read beside it.</summary>
internal static class ExportReport
{
    public const string FileName = "export-report.jsonl";

    private const int ShownProblems = 100;

    public static string PathOf(ExportContext run) => Path.Combine(run.WorkDir, FileName);

    /// <summary>Sums the report up at the end of an export.</summary>
    public static ExportResult Finish(ExportContext run, string path, int exported, int total)
    {
        var lines = Read(run);
        var result = new ExportResult(exported, lines.Failed, lines.Renamed, total, path, PathOf(run));
        WriteSummary(run, "done", result, lines.Problems);
        return result;
    }

    /// <summary>Says that nothing of it is there any more. Returns the report's file.</summary>
    public static string FinishUndone(ExportContext run)
    {
        var report = PathOf(run);
        var lines = Read(run);
        var whole = report + ".new";
        using (var file = File.CreateText(whole))
        {
            foreach (var line in File.Exists(report) ? File.ReadLines(report) : [])
            {
                file.Write(Is(line, ItemReport.Exported) ? Prefix("rolled_back") + line[Prefix(ItemReport.Exported).Length..] : line);
                file.Write('\n');
            }
        }

        File.Move(whole, report, overwrite: true);
        WriteSummary(run, "rolled back", new(0, lines.Failed, 0, 0, "", report), lines.Problems);
        return report;
    }

    private static (int Failed, int Renamed, List<string> Problems) Read(ExportContext run)
    {
        var (failed, renamed, problems) = (0, 0, new List<string>());
        foreach (var line in File.Exists(PathOf(run)) ? File.ReadLines(PathOf(run)) : [])
        {
            var isFailed = Is(line, ItemReport.Failed);
            failed += isFailed ? 1 : 0;
            renamed += !isFailed && line.Contains(ItemReport.RenamedFrom, StringComparison.Ordinal) ? 1 : 0;
            if (isFailed && problems.Count < ShownProblems)
            {
                problems.Add(line);
            }
        }

        return (failed, renamed, problems);
    }

    private static void WriteSummary(ExportContext run, string state, ExportResult result, List<string> problems)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"Export of run {run.RunId}: {state}"),
            "",
            string.Create(CultureInfo.InvariantCulture, $"  exported   {result.ExportedCount,9} items{(result.Path.Length > 0 ? " to " + result.Path : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"  renamed    {result.RenamedCount,9}"),
            string.Create(CultureInfo.InvariantCulture, $"  failed     {result.FailedCount,9}"),
            "",
        };
        lines.AddRange(problems);
        if (result.FailedCount > problems.Count)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {result.FailedCount - problems.Count} more in {Path.GetFileName(result.Report)}"));
        }

        using var summary = new StreamWriter(run.CreateDurableFile(Path.ChangeExtension(FileName, ".txt")));
        summary.Write(string.Join('\n', lines) + "\n");
    }

    private static bool Is(string line, string outcome) => line.StartsWith(Prefix(outcome), StringComparison.Ordinal);

    private static string Prefix(string outcome) => $"{{\"outcome\":\"{outcome}\"";
}
