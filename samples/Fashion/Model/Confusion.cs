using System.Globalization;
using System.Text;

namespace Fashion;

/// <summary>A confusion matrix: how often each class was taken for which.</summary>
internal sealed class Confusion
{
    private readonly int[,] counts = new int[Labels.Count, Labels.Count];

    public int Total { get; private set; }

    public int Correct { get; private set; }

    /// <summary>The share of images whose class was found.</summary>
    public double Accuracy => Total == 0 ? 0 : (double)Correct / Total;

    /// <summary>How many images of class <paramref name="actual"/> were taken for <paramref name="predicted"/>.</summary>
    public int this[int actual, int predicted] => counts[actual, predicted];

    public void Add(int actual, int predicted)
    {
        counts[actual, predicted]++;
        Total++;
        Correct += actual == predicted ? 1 : 0;
    }

    /// <summary>The share of images of this class that were found; 0 if there were none.</summary>
    public double Recall(int label)
    {
        var all = 0;
        for (var predicted = 0; predicted < Labels.Count; predicted++)
        {
            all += counts[label, predicted];
        }
        return all == 0 ? 0 : (double)counts[label, label] / all;
    }

    /// <summary>A text table: a row for each actual class, a column for each predicted one.</summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder("actual \\ predicted");
        for (var label = 0; label < Labels.Count; label++)
        {
            text.Append(culture, $" {label,5}");
        }
        text.Append("  recall\n");
        for (var actual = 0; actual < Labels.Count; actual++)
        {
            text.Append(culture, $"{actual,4} {Labels.Names[actual],-13}");
            for (var predicted = 0; predicted < Labels.Count; predicted++)
            {
                text.Append(culture, $" {counts[actual, predicted],5}");
            }
            text.Append(culture, $"  {100 * Recall(actual),5:0.0}%\n");
        }
        return text.Append(culture, $"accuracy {100 * Accuracy:0.00}% ({Correct} of {Total})").ToString();
    }
}
