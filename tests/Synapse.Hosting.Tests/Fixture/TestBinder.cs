using System.Runtime.CompilerServices;
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
        using var document = JsonDocument.ParseValue(ref Json(ref reader));
        var given = document.RootElement.Clone();
        bound.Add(given.GetRawText());
        foreach (var field in fields)
        {
            if (field.Required && !given.TryGetProperty(field.Name, out _))
            {
                Add(reader.Errors, new ParamError("/" + field.Name, "missing", $"is required: {field.Allowed}"));
            }
        }
        foreach (var property in given.EnumerateObject())
        {
            if (property.Name == "epochs" && !(int.TryParse(property.Value.ToString(), out var epochs) && epochs is >= 1 and <= 500))
            {
                Add(reader.Errors, new ParamError("/epochs", "out_of_range", $"must be 1 to 500, found {property.Value}"));
            }
        }
        return given;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_json")]
    private static extern ref Utf8JsonReader Json(ref ParamReader reader);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Add")]
    private static extern void Add(ParamErrors errors, ParamError error);
}
