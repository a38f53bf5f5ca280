namespace Synapse.Actions.Exporting;

/// <summary>Finds and makes the folder of an export.</summary>
internal static class ExportPlaces
{
    public static async Task<ExportPlace> MakeAsync(ExportParams p, ExportContext run, CancellationToken ct)
    {
        var root = p.Storage is { } id ? (await run.Backend.Storages.GetAsync(id, ct)).Path : "";
        var final = Path.GetFullPath(Path.Combine(root, p.Path, p.Name));
        var staging = Path.Combine(Path.GetDirectoryName(final)!, $".{p.Name}.{run.RunId}");
        Directory.CreateDirectory(Path.Combine(staging, "labels"));
        return new(staging, final);
    }

    public static void Delete(ExportParams p, ExportContext run)
    {
        _ = p;
        _ = run;
    }
}
