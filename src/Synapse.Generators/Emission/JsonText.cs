using System.Globalization;
using System.Text;

namespace Synapse.Generators.Emission;

/// <summary>Constants as JSON.</summary>
internal static class JsonText
{
    /// <summary>Null where JSON has no such value.</summary>
    public static string? Of(object? constant) => constant switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => String(text),
        char character => String(character.ToString()),
        double number => double.IsNaN(number) || double.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        float number => float.IsNaN(number) || float.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    public static string String(string text) => Literal.IsPlain(text) ? $"\"{text}\"" : Escaped(text);

    private static string Escaped(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' or (>= '\ud800' and <= '\udfff') or '\u2028' or '\u2029' or '\u0085' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
