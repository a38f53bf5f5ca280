namespace Synapse.Runtime.Hosting.Help;

/// <summary>Left-aligned columns as wide as their widest cell.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    public TextTable(params string[] header) => _rows.Add(header);

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter writer)
    {
        foreach (var row in _rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                var last = column == row.Length - 1;
                writer.Write(last ? row[column] : row[column].PadRight(Width(column)) + Gap);
            }
            writer.WriteLine();
        }
    }

    private int Width(int column)
    {
        var width = 0;
        foreach (var row in _rows)
        {
            // A last cell may run on, so it does not widen its column.
            if (column < row.Length - 1)
            {
                width = Math.Max(width, row[column].Length);
            }
        }
        return width;
    }
}
