using System.Text.Json;
using Synapse.Backends;

namespace Synapse.Backend.Tests.Support;

/// <summary>A data collection with data units, and a project that labels them.</summary>
internal static class LabelledUnits
{
    public static JsonElement Json(string text) => JsonElement.Parse(text);

    public static async Task<(Project Project, IReadOnlyList<long> Units)> NewProjectAsync(this TestBackend test, int count)
    {
        var collection = await test.Backend.DataCollections.CreateAsync(
            "birds", [new("image", "image") { IsPrimary = true }, new("notes", "text")], "collection");
        var project = await test.Backend.Projects.CreateAsync(new("label", collection.Id), "project");
        return (project, await test.NewUnitsAsync(count, collection.Id, "image"));
    }

    public static async Task<IReadOnlyList<long>> NewUnitsAsync(this TestBackend test, int count, long? collection, params string[] parts)
    {
        var units = new List<NewDataUnit>();
        for (var i = 0; i < count; i++)
        {
            var files = new Dictionary<string, long>();
            foreach (var part in parts)
            {
                files[part] = (await test.UploadAsync($"{part}{i}.bin", 10, seed: i)).Id;
            }

            units.Add(new(files) { Collection = collection });
        }

        return await test.Backend.DataUnits.CreateAsync(units, $"units of {collection} {string.Join(' ', parts)}");
    }
}
