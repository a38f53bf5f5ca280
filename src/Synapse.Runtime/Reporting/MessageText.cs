using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>A message's template with its values put in: <c>Uploaded {Count:N0} files</c>. Holes are filled in order.</summary>
internal static class MessageText
{
    public static string Format(string template, ReadOnlySpan<object?> args)
    {
        if (args.IsEmpty || !template.Contains('{', StringComparison.Ordinal))
        {
            return template.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        }

        var text = new StringBuilder();
        var next = 0;
        foreach (var part in Parts(template))
        {
            if (part.Hole is null || next >= args.Length)
            {
                text.Append(part.Text);
            }
            else
            {
                text.Append(Show(args[next++], part.Format));
            }
        }

        return text.ToString();
    }

    public static void WriteArguments(Utf8JsonWriter json, string template, ReadOnlySpan<object?> args)
    {
        var next = 0;
        foreach (var part in Parts(template))
        {
            if (part.Hole is { } name && next < args.Length)
            {
                json.WritePropertyName(name);
                WriteValue(json, args[next++]);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue(Show(value, null)); break;
        }
    }

    // An author's ToString may throw; a message must not end a run.
    private static string Show(object? value, string? format)
    {
        try
        {
            return value is IFormattable formattable
                ? formattable.ToString(format, CultureInfo.InvariantCulture)
                : value?.ToString() ?? "";
        }
        catch (Exception e)
        {
            return $"<{e.GetType().Name}>";
        }
    }

    private static List<(string Text, string? Hole, string? Format)> Parts(string template)
    {
        var parts = new List<(string, string?, string?)>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var doubled = i + 1 < template.Length && template[i + 1] == template[i];
            if (template[i] is '{' or '}' && doubled)
            {
                text.Append(template[i++]);
                continue;
            }

            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(template[i]);
                continue;
            }

            parts.Add((text.ToString(), null, null));
            text.Clear();
            var hole = template[(i + 1)..end];
            var colon = hole.IndexOf(':', StringComparison.Ordinal);
            parts.Add((template[i..(end + 1)], colon < 0 ? hole : hole[..colon], colon < 0 ? null : hole[(colon + 1)..]));
            i = end;
        }

        parts.Add((text.ToString(), null, null));
        return parts;
    }
}
