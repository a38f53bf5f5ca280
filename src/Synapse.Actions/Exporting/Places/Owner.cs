namespace Synapse.Actions.Exporting.Places;

/// <summary>Says in an export's folder which run made it, so that no run takes another one's export for its own.</summary>
internal static class Owner
{
    private const string FileName = ".synapse-run";

    public static void Sign(string folder, ExportContext run) => File.WriteAllText(Path.Combine(folder, FileName), run.RunId + "\n");

    public static bool Is(string folder, ExportContext run)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) && File.ReadAllText(file).TrimEnd() == run.RunId;
    }
}
