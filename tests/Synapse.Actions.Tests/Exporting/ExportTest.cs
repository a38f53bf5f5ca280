using System.Globalization;
using System.Text.Json;

namespace Synapse.Actions.Tests.Exporting;

/// <summary>A project whose tasks are exported, and a folder to export to.</summary>
public abstract class ExportTest : IDisposable
{
    private int _key;
    private long? _project;
    private long _collection;

    protected TestPlatform Platform { get; } = new();

    /// <summary>The folder in which exports are made.</summary>
    protected string Root => Path.Combine(Platform.Folder, "exports");

    public void Dispose()
    {
        Platform.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<ExportParams> ParamsAsync() =>
        new() { Name = "birds", Path = Root, Target = ExportTarget.Task, Filter = new() { Project = await ProjectAsync() }, MaxRetries = 0 };

    protected async Task<TroubleParams> TroubleAsync(Trouble trouble, params long[] ids)
    {
        var p = await ParamsAsync();
        return new() { Name = p.Name, Path = p.Path, Target = p.Target, Filter = p.Filter, MaxRetries = 0, Trouble = trouble, In = ids.Length > 0 ? ids : null };
    }

    /// <summary>A task with a file of its own and, unless they are null, annotations.</summary>
    /// <returns>The task's id.</returns>
    protected async Task<long> TaskAsync(string file, string? data = """{"images":[]}""", string? content = null)
    {
        var unit = await UnitAsync(file, content);
        var task = (await Platform.Backend.Tasks.CreateAsync(await ProjectAsync(), [unit], Key()))[0];
        if (data is not null)
        {
            await Platform.Backend.Tasks.AnnotateAsync(task, JsonElement.Parse(data));
        }

        return task;
    }

    protected async Task<long> UnitAsync(string file, string? content = null)
    {
        await ProjectAsync();
        var path = Path.Combine(Platform.Folder, "source");
        await File.WriteAllTextAsync(path, content ?? file);
        var uploaded = await Platform.Backend.DataFiles.UploadAsync(path, file, Key());
        return (await Platform.Backend.DataUnits.CreateAsync([Unit(uploaded)], Key()))[0];
    }

    protected async Task<long> ProjectAsync()
    {
        if (_project is null)
        {
            _collection = (await Platform.Backend.DataCollections.CreateAsync("birds", [new("image", "image") { IsRequired = true, IsPrimary = true }], Key())).Id;
            _project = (await Platform.Backend.Projects.CreateAsync(new("birds", _collection), Key())).Id;
        }

        return _project.Value;
    }

    protected NewDataUnit Unit(DataFile file) => new(new Dictionary<string, long> { ["image"] = file.Id }) { Collection = _collection };

    protected string Key() => "key " + (_key++).ToString(CultureInfo.InvariantCulture);

    protected Task<ActionRun<ExportResult>> RunAsync(ExportParams p) => Platform.RunAsync(Export.Descriptor, p);

    /// <summary>The files of an export by their path in it, without the note whose it is.</summary>
    protected List<string> Files(string export = "birds") => [.. Directory.EnumerateFiles(Path.Combine(Root, export), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(Root, export), file)).Where(file => file != ".synapse-run").Order(StringComparer.Ordinal)];

    protected string Read(string file, string export = "birds") => File.ReadAllText(Path.Combine(Root, export, file));

    /// <summary>What lies in the folder of the exports.</summary>
    protected List<string> Exports() => [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The report's lines.</summary>
    protected static List<JsonElement> Report(string path) => [.. File.ReadLines(path).Select(line => JsonElement.Parse(line))];

    /// <summary>A file in the folder of the only run, wherever it ended.</summary>
    protected string RunFile(string name) => Directory.EnumerateFiles(Platform.Folder, name, SearchOption.AllDirectories).Single();
}
