using Synapse.Actions.Exporting.Naming;

namespace Synapse.Actions.Exporting.Places;

/// <summary>Finds and makes the folder of an export.</summary>
internal static class ExportPlaces
{
    /// <summary>All that is wrong at once: there is nothing to list for a folder that cannot be made.</summary>
    public static async Task<ExportPlace> MakeAsync(ExportParams p, ExportContext run, CancellationToken ct)
    {
        var problems = new List<string>();
        await SourceCheck.FindProblemsAsync(p, run, problems, ct);
        var folder = await FolderAsync(p, run, problems, ct);
        var name = NameOf(p, run, problems);
        if (problems.Count > 0)
        {
            throw new ExportException("Nothing can be exported: " + string.Join(" Also: ", problems));
        }

        var place = new ExportPlace(Path.Combine(folder!, $".export-{run.RunId}"), Path.Combine(folder!, name!));
        new Traces(run).NoteStaging(place.Staging);
        Create(place, p, run);
        return place;
    }

    private static async Task<string?> FolderAsync(ExportParams p, ExportContext run, List<string> problems, CancellationToken ct)
    {
        string? root = null;
        if (p.Storage is { } id)
        {
            try
            {
                root = Path.GetFullPath((await run.Backend.Storages.GetAsync(id, ct)).Path);
            }
            catch (BackendException e)
            {
                problems.Add(e.Message);
                return null;
            }
        }

        var (path, problem) = Target.Find(root, p.Path);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return path;
    }

    private static string? NameOf(ExportParams p, ExportContext run, List<string> problems)
    {
        var name = SafeName.Of(p.Name);
        if (name is null)
        {
            problems.Add($"'{p.Name}' cannot be the name of a folder. Give the export another name.");
        }
        else if (name != p.Name)
        {
            run.Log.Warning("No folder can be called '{Given}': the export is called '{Name}'", p.Name, name);
        }

        return name;
    }

    private static void Create(ExportPlace place, ExportParams p, ExportContext run)
    {
        try
        {
            var folder = new ExportFolder(place.Staging);
            Directory.CreateDirectory(folder.Labels);
            if (p.SaveOriginalFile)
            {
                Directory.CreateDirectory(folder.Originals);
            }

            Owner.Sign(place.Staging, run);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"Nothing can be exported: the folder {place.Staging} cannot be made: {e.Message.TrimEnd('.')}. Give a path that this user may write to.", e);
        }
    }
}
