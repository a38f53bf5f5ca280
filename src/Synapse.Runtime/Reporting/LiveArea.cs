using System.Globalization;

namespace Synapse.Runtime.Reporting;

/// <summary>
/// Lines at the bottom of a terminal that are drawn over. Each line is cut to the width, for a wrapped one could not be taken
/// back; the cursor is never hidden, so that a killed process leaves nothing to repair.
/// </summary>
internal sealed class LiveArea(TextWriter output, Func<int> width)
{
    private const string EraseLine = "\e[K";
    private const string EraseBelow = "\e[J";

    private int _shown;

    /// <summary>Draws the lines over the ones before, in one write so that nothing flickers.</summary>
    public void Show(IReadOnlyList<string> lines)
    {
        GoUp();
        var columns = Math.Max(1, width() - 1);
        foreach (var line in lines)
        {
            output.Write(PlainText.Fit(line, columns));
            output.Write(EraseLine);
            output.Write('\n');
        }
        if (lines.Count < _shown)
        {
            output.Write(EraseBelow);
        }
        _shown = lines.Count;
        output.Flush();
    }

    /// <summary>Removes the lines, so that what is written next stands where they were.</summary>
    public void Erase()
    {
        GoUp();
        if (_shown > 0)
        {
            output.Write(EraseBelow);
        }
        _shown = 0;
    }

    private void GoUp()
    {
        if (_shown > 0)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\e[{_shown}A"));
        }
        output.Write('\r');
    }
}
