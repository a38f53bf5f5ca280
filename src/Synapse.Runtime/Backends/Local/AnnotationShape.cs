using System.Globalization;
using System.Text.Json;
using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local;

/// <summary>What annotations look like: an object, and by the platform's format one with a list of objects for each kind of media.</summary>
internal static class AnnotationShape
{
    private static readonly string[] Media = ["images", "videos", "pcds", "texts", "audios", "prompts", "datas"];

    /// <exception cref="BackendException">They look different.</exception>
    public static void Check(string call, long id, JsonElement data, DataSchema schema)
    {
        var problems = data.ValueKind != JsonValueKind.Object ? [$"$ is {Name(data)}, but must be an object"]
            : schema == DataSchema.DmSchemaV1 ? Problems(data).ToList()
            : [];
        if (problems.Count > 0)
        {
            throw new BackendException(string.Create(
                CultureInfo.InvariantCulture, $"{call} ({id}): the data does not fit: {string.Join("; ", problems)}.{Advice(data, schema)}"));
        }
    }

    private static IEnumerable<string> Problems(JsonElement data)
    {
        foreach (var medium in Media)
        {
            if (!data.TryGetProperty(medium, out var list))
            {
                continue;
            }

            if (list.ValueKind != JsonValueKind.Array)
            {
                yield return $"$.{medium} is {Name(list)}, but must be an array of objects";
                continue;
            }

            var index = 0;
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"$.{medium}[{index}] is {Name(item)}, but must be an object");
                    break;
                }

                index++;
            }
        }
    }

    private static string Advice(JsonElement data, DataSchema schema) => schema == DataSchema.DmSchemaV1 && data.ValueKind == JsonValueKind.Object
        ? " Data of another format is submitted with DataSchema.Any."
        : " An object without members says that there are no annotations.";

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "not there",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
