using System.Globalization;
using System.Text;

namespace Synapse.Actions.Uploading.Report;

/// <summary>What became of each file: <c>upload-report.jsonl</c> in the run's folder, with a summary to read beside it.</summary>
internal static class UploadReport
{
    public const string Organizing = "1-organize";
    public const string Checking = "2-validate";
    public const string Sending = "3-upload";
    public const string Creating = "4-units";

    private const string WholeName = "upload-report.jsonl";
    private const int ShownProblems = 100;

    private static readonly string[] Parts = [Organizing, Checking, Sending, Creating];

    public static string PathOf(UploadContext run) => Path.Combine(run.WorkDir, WholeName);

    public static string PartOf(UploadContext run, string part) => Path.Combine(run.WorkDir, NameOf(part));

    /// <summary>A part's path in the run's folder.</summary>
    public static string NameOf(string part) => $"report/{part}.jsonl";

    /// <summary>Puts the parts together at the end of an upload.</summary>
    /// <param name="run">The upload.</param>
    /// <param name="dataUnits">How many were created.</param>
    public static UploadResult Finish(UploadContext run, int dataUnits)
    {
        var (counts, problems) = Join(run, FileOutcomes.Text(FileOutcome.Uploaded));
        var result = new UploadResult(
            counts[(int)FileOutcome.Uploaded], dataUnits, counts[(int)FileOutcome.Duplicate], counts[(int)FileOutcome.Dropped], counts[(int)FileOutcome.Failed], PathOf(run));
        WriteSummary(run, "done", result, problems);
        return result;
    }

    /// <summary>Puts the parts together once all is undone. Returns the report's file.</summary>
    public static string FinishUndone(UploadContext run)
    {
        var (counts, problems) = Join(run, "rolled_back");
        WriteSummary(run, "rolled back", new(0, 0, counts[(int)FileOutcome.Duplicate], counts[(int)FileOutcome.Dropped], counts[(int)FileOutcome.Failed], PathOf(run)), problems);
        return PathOf(run);
    }

    /// <param name="run">The upload.</param>
    /// <param name="uploaded">What the files are called now that were uploaded.</param>
    private static (int[] Counts, List<string> Problems) Join(UploadContext run, string uploaded)
    {
        var counts = new int[Enum.GetValues<FileOutcome>().Length];
        var problems = new List<string>();
        using var whole = new StreamWriter(run.CreateDurableFile(WholeName));
        foreach (var line in Parts.Select(part => PartOf(run, part)).Where(File.Exists).SelectMany(File.ReadLines))
        {
            var outcome = OutcomeOf(line);
            counts[(int)outcome]++;
            if (outcome is FileOutcome.Dropped or FileOutcome.Failed && problems.Count < ShownProblems)
            {
                problems.Add(line);
            }

            whole.Write(outcome == FileOutcome.Uploaded ? Prefix(uploaded) + line[Prefix(FileOutcomes.Text(outcome)).Length..] : line);
            whole.Write('\n');
        }

        return (counts, problems);
    }

    private static void WriteSummary(UploadContext run, string state, UploadResult result, List<string> problems)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"Upload of run {run.RunId}: {state}"),
            "",
            string.Create(CultureInfo.InvariantCulture, $"  uploaded   {result.UploadedFiles,9} files in {result.DataUnits} data units"),
            string.Create(CultureInfo.InvariantCulture, $"  duplicate  {result.Duplicates,9}"),
            string.Create(CultureInfo.InvariantCulture, $"  dropped    {result.Dropped,9}"),
            string.Create(CultureInfo.InvariantCulture, $"  failed     {result.Failed,9}"),
            "",
        };
        lines.AddRange(problems);
        if (result.Dropped + result.Failed is var all && all > problems.Count)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {all - problems.Count} more in {Path.GetFileName(result.Report)}"));
        }

        using var summary = run.CreateDurableFile(Path.ChangeExtension(WholeName, ".txt"));
        summary.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
    }

    private static FileOutcome OutcomeOf(string line)
    {
        foreach (var outcome in Enum.GetValues<FileOutcome>())
        {
            if (line.StartsWith(Prefix(FileOutcomes.Text(outcome)), StringComparison.Ordinal))
            {
                return outcome;
            }
        }

        return FileOutcome.Failed;
    }

    private static string Prefix(string outcome) => $"{{\"outcome\":\"{outcome}\"";
}
