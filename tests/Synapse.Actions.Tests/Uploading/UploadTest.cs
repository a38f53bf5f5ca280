using System.Text.Json;

namespace Synapse.Actions.Tests.Uploading;

/// <summary>A folder to upload, and a data collection of an image that is required and labels that are not.</summary>
public abstract class UploadTest : IDisposable
{
    private int _image;

    protected TestPlatform Platform { get; } = new();

    protected string Root => Path.Combine(Platform.Folder, "files");

    public void Dispose()
    {
        Platform.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static FileSpecification Image { get; } = new("image", "image") { IsRequired = true, IsPrimary = true, Extensions = ["png", "JPG"] };

    protected static FileSpecification Labels { get; } = new("labels", "data") { Extensions = ["json"] };

    protected async Task<UploadParams> ParamsAsync(params FileSpecification[] files)
    {
        Directory.CreateDirectory(Root);
        var collection = await Platform.Backend.DataCollections.CreateAsync("birds", files.Length > 0 ? files : [Image, Labels], "collection");
        return new() { Name = "test", DataCollection = collection.Id, Path = Root };
    }

    /// <summary>A file that looks like a PNG, each of another content.</summary>
    protected string Png(string name) => Write(name, [0x89, (byte)'P', (byte)'N', (byte)'G', .. BitConverter.GetBytes(_image++)]);

    protected string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    protected string Write(string name, byte[] content)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    protected Task<ActionRun<UploadResult>> RunAsync(UploadParams p) => Platform.RunAsync(Upload.Descriptor, p);

    protected async Task<List<DataUnit>> UnitsAsync() => await Platform.Backend.DataUnits.ListAsync().ToListAsync();

    /// <summary>The report's lines as (outcome, name of the file, reason).</summary>
    protected static List<(string Outcome, string File, string? Reason)> Report(string path) => [.. File.ReadLines(path).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return (root.GetProperty("outcome").GetString()!, Path.GetFileName(root.GetProperty("file").GetString()!), root.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    })];

    /// <summary>The report of the only run, wherever it ended.</summary>
    protected string ReportFile() => Directory.EnumerateFiles(Platform.Folder, "upload-report.jsonl", SearchOption.AllDirectories).Single();
}
