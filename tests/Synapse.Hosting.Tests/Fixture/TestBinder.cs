using System.Text.Json;
using Synapse.Binding;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>Stands for a generated binder: keeps the JSON that it was given and checks what the tests need.</summary>
internal static class TestBinder
{
    public static ParamsDescriptor<JsonElement> For(IReadOnlyList<ParamField> fields, List<string> bound) => new()
    {
        TypeName = "Fashion.TrainParams",
        JsonSchema = """{"type":"object"}""",
        Fields = fields,
        Read = (ref ParamReader reader) => Read(ref reader, fields, bound),
        Write = static (writer, value) => value.WriteTo(writer),
    };

    private static JsonElement Read(ref ParamReader reader, IReadOnlyList<ParamField> fields, List<string> bound)
    {
        if (!reader.TryJsonElement(out var given, "an object"))
        {
            return default;
        }
        bound.Add(given.GetRawText());
        var (mask, required) = (0UL, 0UL);
        for (var i = 0; i < fields.Count; i++)
        {
            mask |= given.TryGetProperty(fields[i].Name, out _) ? 1UL << i : 0;
            required |= fields[i].Required ? 1UL << i : 0;
        }
        reader.Missing(mask, required, fields.Select(field => field.Name).ToArray(), fields.Select(field => field.Allowed).ToArray());
        if (given.TryGetProperty("epochs", out var epochs) && !(int.TryParse(epochs.ToString(), out var count) && count is >= 1 and <= 500))
        {
            reader.Errors.Add("Epochs", $"Expected integer, 1 to 500, found {epochs}.");
        }
        return given;
    }
}
