namespace Synapse.Actions.Exporting.Places;

/// <summary>
/// Notes in the run's folder what folders the run makes, each before it is made: a run that was killed in between still finds
/// them. What is noted need not be there.
/// </summary>
internal sealed class Traces(ExportContext run)
{
    /// <summary>The folder that is written to, or null.</summary>
    public string? Staging => Read("export-staging");

    /// <summary>The name that the folder got last, or was about to get; null when there is none.</summary>
    public string? Final => Read("export-final");

    public void NoteStaging(string path) => Write("export-staging", path);

    public void NoteFinal(string path) => Write("export-final", path);

    private string? Read(string name) => Path.Combine(run.WorkDir, name) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    private void Write(string name, string path)
    {
        var file = Path.Combine(run.WorkDir, name);
        var whole = file + ".new";
        using (var handle = File.OpenHandle(whole, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, System.Text.Encoding.UTF8.GetBytes(path), 0);
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(whole, file, overwrite: true);
        DiskSync.Folder(run.WorkDir);
    }
}
