namespace Synapse.Actions.Uploading.Report;

/// <summary>What became of a file.</summary>
internal enum FileOutcome
{
    Uploaded,
    Duplicate,
    Dropped,
    Failed,
}

internal static class FileOutcomes
{
    public static string Text(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Uploaded => "uploaded",
        FileOutcome.Duplicate => "duplicate",
        FileOutcome.Dropped => "dropped",
        _ => "failed",
    };
}
