using nietras.SeparatedValues;

namespace Synapse.Actions.Uploading.Metadata;

/// <summary>Rows of a .csv file: UTF-8, with quotes as RFC 4180 has them; commas, semicolons or tabs, as the header shows.</summary>
internal static class CsvRows
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static IEnumerable<IReadOnlyList<string>> Read(string path)
    {
        using var reader = Sep.New(Separator(path)).Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromFile(path);
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = row[i].ToString();
            }

            yield return cells;
        }
    }

    private static char Separator(string path)
    {
        using var text = File.OpenText(path);
        var header = text.ReadLine() ?? "";
        return Separators.MaxBy(separator => header.Count(c => c == separator));
    }
}
