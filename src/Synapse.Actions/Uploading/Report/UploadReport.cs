using System.Globalization;

namespace Synapse.Actions.Uploading.Report;

/// <summary>What became of each file: <c>upload-report.jsonl</c> in the run's folder, with a summary to read beside it.</summary>
internal static class UploadReport
{
    public const string Organizing = "1-organize";
    public const string Checking = "2-validate";
    public const string Sending = "3-upload";
    public const string Creating = "4-units";

    private const string Undone = "rolled back";
    private const int ShownProblems = 100;

    private static readonly string[] Parts = [Organizing, Checking, Sending, Creating];

    public static string PathOf(UploadContext run) => Path.Combine(run.WorkDir, "upload-report.jsonl");

    public static string PartOf(UploadContext run, string part)
    {
        var folder = Path.Combine(run.WorkDir, "report");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, part + ".jsonl");
    }

    /// <summary>Puts the parts together.</summary>
    /// <param name="run">The upload.</param>
    /// <param name="state">How it ended.</param>
    public static UploadResult Finish(UploadContext run, string state)
    {
        var counts = new int[Enum.GetValues<FileOutcome>().Length];
        var problems = new List<string>();
        var units = new HashSet<string>(StringComparer.Ordinal);
        var duplicates = 0;
        using (var whole = File.CreateText(PathOf(run)))
        {
            foreach (var line in Parts.Select(part => PartOf(run, part)).Where(File.Exists).SelectMany(File.ReadLines))
            {
                var outcome = OutcomeOf(line);
                counts[(int)outcome]++;
                if (outcome is FileOutcome.Dropped or FileOutcome.Failed && problems.Count < ShownProblems)
                {
                    problems.Add(line);
                }

                whole.Write(state == Undone && outcome == FileOutcome.Uploaded ? "{\"outcome\":\"rolled_back\"" + line[Prefix(outcome).Length..] : line);
                whole.Write('\n');
                duplicates += outcome == FileOutcome.Duplicate ? 1 : 0;
                if (outcome == FileOutcome.Uploaded)
                {
                    units.Add(line[(line.LastIndexOf(':') + 1)..]);
                }
            }
        }

        var isUndone = state == Undone;
        var result = new UploadResult(
            isUndone ? 0 : counts[(int)FileOutcome.Uploaded], isUndone ? 0 : units.Count, duplicates,
            counts[(int)FileOutcome.Dropped], counts[(int)FileOutcome.Failed], PathOf(run));
        File.WriteAllText(Path.ChangeExtension(PathOf(run), ".txt"), Summary(run, state, result, problems));
        return result;
    }

    private static string Summary(UploadContext run, string state, UploadResult result, List<string> problems)
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

        return string.Join('\n', lines) + "\n";
    }

    private static FileOutcome OutcomeOf(string line)
    {
        foreach (var outcome in Enum.GetValues<FileOutcome>())
        {
            if (line.StartsWith(Prefix(outcome), StringComparison.Ordinal))
            {
                return outcome;
            }
        }

        return FileOutcome.Failed;
    }

    private static string Prefix(FileOutcome outcome) => $"{{\"outcome\":\"{FileOutcomes.Text(outcome)}\"";
}
