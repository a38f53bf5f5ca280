using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synapse.Bench;

/// <summary>The figures of the last time that each bench ran.</summary>
internal static class ResultsFile
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <param name="path">The file.</param>
    /// <param name="figures">What was measured.</param>
    /// <param name="areAll">Whether all benches ran: then figures that none of them gives any more go.</param>
    public static void Write(string path, IReadOnlyList<Figure> figures, bool areAll)
    {
        var results = areAll || !File.Exists(path) ? [] : JsonNode.Parse(File.ReadAllText(path))!.AsArray();
        foreach (var figure in figures)
        {
            var place = results.ToList().FindIndex(known => (string?)known!["name"] == figure.Name);
            if (place < 0)
            {
                results.Add((JsonNode)Entry(figure));
            }
            else
            {
                results[place] = Entry(figure);
            }
        }

        File.WriteAllText(path, results.ToJsonString(Layout));
    }

    private static JsonObject Entry(Figure figure) => new()
    {
        ["name"] = figure.Name,
        ["value"] = Math.Round(figure.Value, 3),
        ["unit"] = figure.Unit,
        ["floor"] = Math.Round(figure.Floor, 3),
        ["ratio"] = Math.Round(figure.Ratio, 3),
        ["note"] = figure.Note,
    };
}
