namespace Synapse.Actions.Uploading;

/// <summary>Where an upload reads from.</summary>
internal static class UploadSources
{
    private static readonly string[] DefaultTables = ["meta.xlsx", "meta.csv"];

    /// <summary>All that is wrong at once: there is nothing to upload from a folder that is not there.</summary>
    public static async Task<UploadSource> FindAsync(UploadParams p, UploadContext run, CancellationToken ct)
    {
        var collection = await run.Backend.DataCollections.GetAsync(p.DataCollection, ct);
        var root = await RootAsync(p, run, ct);
        var problems = new List<string>();
        var folders = p.UseSinglePath ? SinglePath(root, p, collection, run) : Assets(root, p, collection, problems);
        if (folders.Count == 0 && problems.Count == 0)
        {
            var path = Path.Combine(root, p.Path!);
            problems.Add(Directory.Exists(path)
                ? $"{path} holds no folder that is named like a file specification of data collection '{collection.Name}': {Names(collection)}."
                : $"there is no folder {path}.");
        }

        var metadata = Metadata(root, p, problems);
        return problems.Count == 0
            ? new(collection, root, folders, metadata)
            : throw new UploadException("Nothing can be uploaded: " + string.Join(" Also: ", problems));
    }

    private static async Task<string> RootAsync(UploadParams p, UploadContext run, CancellationToken ct)
    {
        if (p.Storage is { } id)
        {
            return Path.GetFullPath((await run.Backend.Storages.GetAsync(id, ct)).Path);
        }

        // Without a storage, what is named is what may be read.
        return p.UseSinglePath ? Path.GetFullPath(p.Path!) : Path.GetFullPath(".");
    }

    private static List<SourceFolder> SinglePath(string root, UploadParams p, DataCollection collection, UploadContext run)
    {
        var path = Path.GetFullPath(Path.Combine(root, p.Path!));
        var folders = new List<SourceFolder>();
        foreach (var file in collection.Files)
        {
            var folder = Path.Combine(path, file.Name);
            if (Directory.Exists(folder))
            {
                folders.Add(new(file.Name, folder, p.IsRecursive));
            }
            else if (file.IsRequired)
            {
                run.Log.Warning("There is no folder {Folder}, and every data unit needs a file of it", folder);
            }
        }

        return folders;
    }

    private static List<SourceFolder> Assets(string root, UploadParams p, DataCollection collection, List<string> problems)
    {
        var folders = new List<SourceFolder>();
        foreach (var (name, asset) in p.Assets!)
        {
            var path = Path.GetFullPath(Path.Combine(root, asset.Path));
            if (!collection.Files.Any(file => file.Name == name))
            {
                problems.Add($"assets name '{name}', which is no file specification of data collection '{collection.Name}': {Names(collection)}.");
            }
            else if (p.Storage is not null && !Inside.Of(root, path))
            {
                problems.Add($"{path} lies outside of the storage, {root}.");
            }
            else if (!Directory.Exists(path))
            {
                problems.Add($"there is no folder {path} for '{name}'.");
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

    private static string? Metadata(string root, UploadParams p, List<string> problems)
    {
        if (p.ExcelMetadataPath is { } given)
        {
            var path = Path.GetFullPath(Path.Combine(root, given));
            if (!File.Exists(path))
            {
                problems.Add($"there is no metadata table {path}.");
            }

            return path;
        }

        return p.UseSinglePath
            ? DefaultTables.Select(name => Path.Combine(Path.GetFullPath(Path.Combine(root, p.Path!)), name)).FirstOrDefault(File.Exists)
            : null;
    }

    private static string Names(DataCollection collection) => string.Join(", ", collection.Files.Select(file => file.Name));
}
