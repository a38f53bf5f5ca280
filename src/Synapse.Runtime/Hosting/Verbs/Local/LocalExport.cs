using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Writes what is stored into a folder: under another name until it is whole.</summary>
internal static class LocalExport
{
    public static bool Knows(string kind) => kind is "file" or "model" or "dataset" or "version";

    public static async Task<ExitCode> RunAsync(LocalVerb local, LocalBackend backend)
    {
        var kind = LocalKind.Find(local.Operands[0], local.Advice).Singular;
        if (!Knows(kind))
        {
            throw new UsageException($"local export: a {kind} has no content of its own. Files, models, datasets and versions have.", local.Advice);
        }

        if (local.Operands is not [_, var word, var directory])
        {
            throw new UsageException($"local export: name the id of the {kind} and the folder to write into.", local.Advice);
        }

        var id = local.Id(word);
        local.NeedBackend();
        var folder = Path.GetFullPath(directory, local.Host.Environment.CurrentDirectory);
        try
        {
            local.Say(kind switch
            {
                "file" => await FileAsync(backend, id, folder),
                "model" => await ModelAsync(backend, id, folder),
                "dataset" => await GroundTruthFolder.WriteAsync(backend, new() { Dataset = id }, folder, local.Say),
                _ => await GroundTruthFolder.WriteAsync(backend, new() { DatasetVersion = id }, folder, local.Say),
            });
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackendException($"{folder} could not be written: {e.Message}", e);
        }
    }

    private static async Task<string> FileAsync(LocalBackend backend, long id, string folder)
    {
        var file = await backend.DataFiles.GetAsync(id);
        return Write(await backend.DataFiles.OpenAsync(id), SafeName(file.Name, $"file-{id}"), folder);
    }

    private static async Task<string> ModelAsync(LocalBackend backend, long id, string folder)
    {
        var model = await backend.Models.GetAsync(id);
        return Write(await backend.Models.OpenAsync(id), SafeName(model.Name, $"model-{id}"), folder);
    }

    private static string Write(Stream content, string name, string folder)
    {
        using var open = content;
        var path = Path.Combine(folder, name);
        if (Path.Exists(path))
        {
            throw new BackendException($"{path} exists already. Move it away, or name another folder.");
        }

        Directory.CreateDirectory(folder);
        var partial = $"{path}.partial-{Guid.CreateVersion7():N}";
        try
        {
            using (var target = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            {
                content.CopyTo(target);
            }

            File.Move(partial, path);
        }
        finally
        {
            File.Delete(partial);
        }

        return $"{path}, {Amount.Bytes(new FileInfo(path).Length)}.";
    }

    /// <summary>The last part of a name that may be a path, where a file can be called that.</summary>
    private static string SafeName(string name, string other)
    {
        const int LongestBytes = 200;
        var last = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return last.Length == 0 || last is "." or ".." || last.Any(char.IsControl) || System.Text.Encoding.UTF8.GetByteCount(last) > LongestBytes ? other : last;
    }
}
