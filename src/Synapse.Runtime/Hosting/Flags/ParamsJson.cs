using System.Buffers;
using System.Text;
using System.Text.Json;
using Synapse.Binding;
using Synapse.Runtime.Json;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Flags;

/// <summary>
/// Writes flags over the JSON object of a file. Scalars go as JSON strings: the binder converts them by the property's type,
/// so there is one place that knows what a number looks like.
/// </summary>
internal sealed class ParamsJson
{
    private readonly Utf8JsonWriter _writer;
    private readonly List<string> _problems;

    private ParamsJson(Utf8JsonWriter writer, List<string> problems)
    {
        _writer = writer;
        _problems = problems;
    }

    public static byte[] Merge(FlagObject flags, byte[]? file, List<string> problems)
    {
        if (flags.IsEmpty)
        {
            return file ?? "{}"u8.ToArray();
        }
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Compact))
        using (var below = file is null ? null : JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = ParamReader.MaxDepth }))
        {
            new ParamsJson(writer, problems).WriteObject(flags, below?.RootElement);
        }
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteObject(FlagObject flags, JsonElement? below)
    {
        _writer.WriteStartObject();
        if (below is { ValueKind: JsonValueKind.Object } file)
        {
            foreach (var property in file.EnumerateObject())
            {
                if (!flags.Has(property.Name))
                {
                    property.WriteTo(_writer);
                }
            }
        }
        foreach (var (name, nested, value) in flags.Members)
        {
            _writer.WritePropertyName(name);
            if (nested is not null)
            {
                WriteObject(nested, Member(below, name));
            }
            else
            {
                WriteValue(value!);
            }
        }
        _writer.WriteEndObject();
    }

    private static JsonElement? Member(JsonElement? below, string name) =>
        below is { ValueKind: JsonValueKind.Object } file && file.TryGetProperty(name, out var member) ? member : null;

    private void WriteValue(FlagValue value)
    {
        switch (value.Kind)
        {
            case ParamKind.List:
                WriteList(value);
                break;
            case ParamKind.Switch when value.Texts[0] is "true" or "false":
                _writer.WriteBooleanValue(value.Texts[0] == "true");
                break;
            case ParamKind.Object:
                WriteWhole(value, value.Texts[0]);
                break;
            case ParamKind.Json:
                WriteJsonOrText(value.Texts[0]);
                break;
            case ParamKind.Text when value.Field is null && value.Texts[0].StartsWith('{'):
                WriteJsonOrText(value.Texts[0]);
                break;
            default:
                _writer.WriteStringValue(value.Texts[0]);
                break;
        }
    }

    /// <summary>One flag may give the whole list as JSON; else each one is an element.</summary>
    private void WriteList(FlagValue value)
    {
        if (value.Texts.Count == 1 && value.Texts[0].StartsWith('[') && IsJson(value.Texts[0]))
        {
            _writer.WriteRawValue(value.Texts[0]);
            return;
        }
        _writer.WriteStartArray();
        foreach (var text in value.Texts)
        {
            if (value.Field!.Fields.Count > 0)
            {
                WriteWhole(value, text);
            }
            else
            {
                _writer.WriteStringValue(text);
            }
        }
        _writer.WriteEndArray();
    }

    private void WriteWhole(FlagValue value, string text)
    {
        if (text.StartsWith('{') && IsJson(text))
        {
            _writer.WriteRawValue(text);
            return;
        }
        _problems.Add($"{value.Flag}: expected a JSON object such as {{\"name\": 1}}, found '{text}'."
            + (value.Kind == ParamKind.Object ? $" Or give its parts: --set {value.Field!.Name}.NAME=VALUE" : ""));
        _writer.WriteNullValue();
    }

    private void WriteJsonOrText(string text)
    {
        if (IsJson(text))
        {
            _writer.WriteRawValue(text);
        }
        else
        {
            _writer.WriteStringValue(text);
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = ParamReader.MaxDepth });
            reader.Read();
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
