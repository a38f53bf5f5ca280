namespace Synapse.Actions.Uploading;

/// <summary>Where an upload reads from.</summary>
internal static class UploadSources
{
    private static readonly string[] DefaultTables = ["meta.xlsx", "meta.csv"];

    /// <summary>All that is wrong at once: there is nothing to upload from a folder that is not there.</summary>
    public static async Task<UploadSource> FindAsync(UploadParams p, UploadContext run, CancellationToken ct)
    {
        var collection = await run.Backend.DataCollections.GetAsync(p.DataCollection, ct);
        var storage = p.Storage is { } id ? Path.GetFullPath((await run.Backend.Storages.GetAsync(id, ct)).Path) : null;
        var problems = new List<string>();
        var path = p.UseSinglePath ? Resolve(storage, p.Path!) : null;
        var folders = path is null ? Assets(storage, p, collection, problems) : SinglePath(storage, path, p, collection, run, problems);
        var metadata = Metadata(storage, path, p, problems);
        return problems.Count == 0
            ? new(collection, storage ?? path, folders, metadata)
            : throw new UploadException("Nothing can be uploaded: " + string.Join(" Also: ", problems));
    }

    private static string Resolve(string? storage, string path) => Path.GetFullPath(storage is null ? path : Path.Combine(storage, path));

    private static List<SourceFolder> SinglePath(
        string? storage, string path, UploadParams p, DataCollection collection, UploadContext run, List<string> problems)
    {
        if (Problem(storage, path) is { } problem)
        {
            problems.Add(problem);
            return [];
        }

        var (there, missing) = (new List<SourceFolder>(), new List<FileSpecification>());
        foreach (var file in collection.Files)
        {
            var folder = Path.Combine(path, file.Name);
            if (Directory.Exists(folder))
            {
                there.Add(new(file.Name, folder, p.IsRecursive));
            }
            else
            {
                missing.Add(file);
            }
        }

        if (there.Count == 0)
        {
            problems.Add($"{path} holds no folder that is named like a file specification of data collection '{collection.Name}': {Names(collection)}.");
        }
        else if (missing.Find(file => file.IsRequired) is { } required)
        {
            run.Log.Warning("There is no folder {Folder}, and every data unit needs a file of it", Path.Combine(path, required.Name));
        }

        var beside = Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !collection.Files.Any(file => file.Name == name) && !DefaultTables.Contains(name) && name != Path.GetFileName(p.ExcelMetadataPath) && !PassedOver.Has(name)).Order(StringComparer.Ordinal).ToList();
        if (beside.Count > 0)
        {
            run.Log.Warning("{Count} entries of {Folder} are in no folder of a file specification and are not uploaded, for instance {Name}", beside.Count, path, beside[0]);
        }

        return there;
    }

    private static string? Problem(string? storage, string path) =>
        storage is not null && !Inside.Of(storage, path) ? $"{path} lies outside of the storage, {storage}."
        : !Directory.Exists(path) ? $"there is no folder {path}."
        : null;

    private static List<SourceFolder> Assets(string? storage, UploadParams p, DataCollection collection, List<string> problems)
    {
        var folders = new List<SourceFolder>();
        foreach (var (name, asset) in p.Assets!)
        {
            var path = Resolve(storage, asset.Path);
            if (!collection.Files.Any(file => file.Name == name))
            {
                problems.Add($"assets name '{name}', which is no file specification of data collection '{collection.Name}': {Names(collection)}.");
            }
            else if (Problem(storage, path) is { } problem)
            {
                problems.Add($"{name}: {problem}");
            }
            else
            {
                folders.Add(new(name, path, asset.IsRecursive));
            }
        }

        var missing = collection.Files.Where(file => file.IsRequired && !p.Assets.ContainsKey(file.Name)).Select(file => file.Name).ToList();
        if (missing.Count > 0)
        {
            problems.Add($"assets lack a folder for {string.Join(", ", missing)}, which every data unit needs.");
        }

        return folders;
    }

    private static string? Metadata(string? storage, string? path, UploadParams p, List<string> problems)
    {
        if (p.ExcelMetadataPath is not { } given)
        {
            return path is null ? null : DefaultTables.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists);
        }

        // A name alone may be meant as one beside the files.
        string[] places = path is null ? [Resolve(storage, given)] : [Resolve(storage, given), Path.GetFullPath(given, path)];
        var table = places.FirstOrDefault(File.Exists);
        if (table is null)
        {
            problems.Add($"there is no metadata table {string.Join(" or ", places.Distinct())}.");
        }

        return table;
    }

    private static string Names(DataCollection collection) => string.Join(", ", collection.Files.Select(file => file.Name));
}
