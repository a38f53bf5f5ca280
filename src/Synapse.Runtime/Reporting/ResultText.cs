using System.Text;
using System.Text.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>A run's result for people: short ones as they are, longer ones a member a line.</summary>
internal static class ResultText
{
    private const int OneLine = 80;
    private const int LongestMember = 160;
    private const int LargestShown = 64 * 1024;

    public static string Of(byte[] json)
    {
        if (json.Length > LargestShown)
        {
            return $"{Amount.Of(json.Length, "byte")} of JSON; 'show' has it";
        }
        using var document = JsonDocument.Parse(json);
        return json.Length > OneLine && document.RootElement.ValueKind == JsonValueKind.Object
            ? string.Join('\n', Members(document.RootElement))
            : Cut(PlainText.Line(Encoding.UTF8.GetString(json)));
    }

    private static IEnumerable<string> Members(JsonElement result)
    {
        foreach (var member in result.EnumerateObject())
        {
            yield return $"{PlainText.Line(member.Name)}: {Cut(PlainText.Line(member.Value.ToString()))}";
        }
    }

    private static string Cut(string text) => text.Length <= LongestMember ? text : PlainText.Fit(text, LongestMember) + "...";
}
