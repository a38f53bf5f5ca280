using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Backends.Local.Serving;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>All that is known of one thing, as JSON.</summary>
internal static class LocalDetails
{
    public static async Task<JsonElement> FileAsync(LocalBackend backend, long id)
    {
        var file = await backend.DataFiles.GetAsync(id);
        return Object(json => Write(json, file));
    }

    public static async Task<JsonElement> CollectionAsync(LocalBackend backend, long id)
    {
        var collection = await backend.DataCollections.GetAsync(id);
        return Object(json =>
        {
            Write(json, collection.Id, collection.Name);
            Write(json, "files", collection.Files.Select(SpecificationWord.Write));
        });
    }

    public static async Task<JsonElement> StorageAsync(LocalBackend backend, long id)
    {
        var storage = await backend.Storages.GetAsync(id);
        return Object(json =>
        {
            Write(json, storage.Id, storage.Name);
            json.WriteString("folder", storage.Path);
        });
    }

    public static async Task<JsonElement> UnitAsync(LocalBackend backend, long id)
    {
        var unit = await backend.DataUnits.GetAsync(id);
        return Object(json =>
        {
            json.WriteNumber("id", unit.Id);
            Write(json, "collection", unit.Collection);
            Write(json, "groups", unit.Groups);
            json.WriteStartObject("meta");
            foreach (var (name, value) in unit.Meta)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("files");
            foreach (var (part, file) in unit.Files)
            {
                json.WriteNumber(part, file);
            }

            json.WriteEndObject();
        });
    }

    public static async Task<JsonElement> ProjectAsync(LocalBackend backend, long id)
    {
        var project = await backend.Projects.GetAsync(id);
        var tasks = await backend.Tasks.CountAsync(new() { Project = id });
        var submitted = await backend.Tasks.CountAsync(new() { Project = id, LabelStatus = LabelStatus.Submitted });
        return Object(json =>
        {
            Write(json, project.Id, project.Name);
            json.WriteNumber("collection", project.DataCollection);
            json.WriteNumber("tasks", tasks);
            json.WriteNumber("submitted", submitted);
            Write(json, "configuration", project.Configuration);
        });
    }

    public static async Task<JsonElement> TaskAsync(LocalBackend backend, long id)
    {
        var task = await backend.Tasks.GetAsync(id);
        return Object(json =>
        {
            json.WriteNumber("id", task.Id);
            json.WriteNumber("project", task.Project);
            json.WriteString("label_status", LocalCells.Word(task.LabelStatus));
            json.WriteString("review_status", LocalCells.Word(task.ReviewStatus));
            Write(json, task);
        });
    }

    public static async Task<JsonElement> AssignmentAsync(LocalBackend backend, long id)
    {
        var assignment = await backend.Assignments.GetAsync(id);
        return Object(json =>
        {
            json.WriteNumber("id", assignment.Id);
            json.WriteNumber("project", assignment.Project);
            json.WriteNumber("task", assignment.Task);
            json.WriteString("assignee", assignment.Assignee);
            json.WriteString("label_status", LocalCells.Word(assignment.LabelStatus));
            json.WriteString("review_status", LocalCells.Word(assignment.ReviewStatus));
            Write(json, assignment);
        });
    }

    public static async Task<JsonElement> DatasetAsync(LocalBackend backend, long id)
    {
        var dataset = await backend.Datasets.GetAsync(id);
        var items = await backend.GroundTruths.CountAsync(new() { Dataset = id });
        var versions = await backend.Datasets.ListVersionsAsync(id).ToListAsync();
        return Object(json =>
        {
            Write(json, dataset.Id, dataset.Name);
            json.WriteNumber("items", items);
            json.WriteStartArray("versions");
            versions.ForEach(version => json.WriteNumberValue(version.Id));
            json.WriteEndArray();
        });
    }

    public static async Task<JsonElement> VersionAsync(LocalBackend backend, long id)
    {
        var version = await backend.Datasets.GetVersionAsync(id);
        var items = await backend.GroundTruths.CountAsync(new() { DatasetVersion = id });
        return Object(json =>
        {
            json.WriteNumber("id", version.Id);
            json.WriteNumber("dataset", version.Dataset);
            json.WriteNumber("number", version.Number);
            json.WriteNumber("items", items);
        });
    }

    public static async Task<JsonElement> ModelAsync(LocalBackend backend, long id)
    {
        var model = await backend.Models.GetAsync(id);
        return Object(json =>
        {
            Write(json, model.Id, model.Name);
            json.WriteNumber("bytes", model.Size);
            json.WriteString("sha-256", model.Checksum);
            json.WriteStartObject("metrics");
            foreach (var (name, value) in model.Metrics.Where(metric => double.IsFinite(metric.Value)))
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        });
    }

    public static Task<JsonElement> ApplicationAsync(LocalBackend backend, long id)
    {
        var application = backend.Applications.Find("Getting a serve application", id);
        return Task.FromResult(Object(json =>
        {
            Write(json, application.Id, application.Name);
            json.WriteString("address", ServeAddress.Shown(application.Address));
        }));
    }

    /// <summary>A unit's files with their specifications, and what is annotated.</summary>
    private static void Write(Utf8JsonWriter json, AnnotatedItem item)
    {
        json.WriteNumber("unit", item.DataUnit);
        json.WriteString("primary", item.PrimarySpecification);
        json.WriteStartObject("files");
        foreach (var (part, file) in item.Files)
        {
            json.WriteStartObject(part);
            Write(json, file);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Write(json, "data", item.Data);
    }

    private static void Write(Utf8JsonWriter json, DataFile file)
    {
        Write(json, file.Id, file.Name);
        json.WriteNumber("bytes", file.Size);
        json.WriteString("sha-256", file.Checksum);
    }

    private static void Write(Utf8JsonWriter json, long id, string name)
    {
        json.WriteNumber("id", id);
        json.WriteString("name", name);
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is { } some)
        {
            json.WritePropertyName(name);
            some.WriteTo(json);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static JsonElement Object(Action<Utf8JsonWriter> members) => JsonElement.Parse(JsonText.Of(json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }));
}
