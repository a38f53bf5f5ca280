using System.Globalization;
using System.Text;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Ground truth as a folder: <c>ground_truth.jsonl</c> with an object a line, and the files it names below <c>files</c>.</summary>
internal static class GroundTruthFolder
{
    private const int Told = 10_000;

    /// <returns>What was written.</returns>
    public static async Task<string> WriteAsync(LocalBackend backend, GroundTruthFilter filter, string folder, Action<string> say)
    {
        var total = await backend.GroundTruths.CountAsync(filter);
        if (Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Any() : Path.Exists(folder))
        {
            throw new BackendException($"{folder} exists already and is not empty. Name another folder.");
        }

        var partial = $"{folder}.partial-{Guid.CreateVersion7():N}";
        Directory.CreateDirectory(partial);
        try
        {
            var count = await WriteAllAsync(backend, filter, partial, done => say($"{Amount.Count(done)} of {Amount.Count(total)}"));
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(partial, folder);
            return $"{Amount.Of(count, "item")} in {Path.Combine(folder, "ground_truth.jsonl")}.";
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    private static async Task<long> WriteAllAsync(LocalBackend backend, GroundTruthFilter filter, string folder, Action<long> tell)
    {
        await using var lines = new StreamWriter(Path.Combine(folder, "ground_truth.jsonl"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        long count = 0;
        await foreach (var truth in backend.GroundTruths.ListAsync(filter))
        {
            var paths = new Dictionary<string, string>();
            foreach (var (part, file) in truth.Files)
            {
                paths[part] = await WriteFileAsync(backend, folder, truth, part, file);
            }

            await lines.WriteLineAsync(Line(truth, paths));
            if (++count % Told == 0)
            {
                tell(count);
            }
        }

        return count;
    }

    private static async Task<string> WriteFileAsync(LocalBackend backend, string folder, GroundTruth truth, string part, DataFile file)
    {
        var directory = $"files/{truth.DataUnit.ToString(CultureInfo.InvariantCulture)}";
        var name = string.Create(CultureInfo.InvariantCulture, $"{directory}/{(IsName(part) ? part : file.Id)}{Extension(file.Name)}");
        Directory.CreateDirectory(Path.Combine(folder, directory));
        await using var content = await backend.DataFiles.OpenAsync(file.Id);
        await using var target = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
        await content.CopyToAsync(target);
        return name;
    }

    private static string Line(GroundTruth truth, Dictionary<string, string> paths) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", truth.Id);
        json.WriteNumber("data_unit", truth.DataUnit);
        json.WriteString("split", truth.Split);
        json.WriteString("label", truth.Label);
        if (truth.Task is { } task)
        {
            json.WriteNumber("task", task);
        }

        json.WriteStartObject("files");
        foreach (var (part, path) in paths)
        {
            json.WriteString(part, path);
        }

        json.WriteEndObject();
        if (truth.Data is { } data)
        {
            json.WritePropertyName("data");
            data.WriteTo(json);
        }

        json.WriteEndObject();
    });

    private static bool IsName(string part) => part.Length is > 0 and <= 60 && part.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string Extension(string name)
    {
        const int Longest = 20;
        var extension = Path.GetExtension(name);
        return extension.Length <= Longest && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";
    }
}
