using System.Text;

namespace Synapse.Runtime.Reporting;

/// <summary>Sentences that all reports share.</summary>
internal static class ReportTexts
{
    public const string Stopping = "Stopping: what is in flight is finished and journaled first. Again to stop at once.";

    private const int ShortIdLength = 8;

    public static string Head(RunView view) =>
        $"{view.Action} {ShortId(view.Run)}{(view.IsResumed ? ", continued" : "")}, {Amount.Of(view.Steps.Count, "step")}";

    /// <summary>The form of a run's id that people type.</summary>
    public static string ShortId(string run) => run.Length > ShortIdLength ? run[^ShortIdLength..] : run;

    /// <summary>What the step at work is doing: how much of what, how fast.</summary>
    public static string Current(RunView view)
    {
        if (view.Current is not { } step)
        {
            return "";
        }
        var text = new StringBuilder(view.IsRollingBack ? $"undoing {step.Name}" : $"{step.Number}/{view.Steps.Count} {step.Name}");
        if (step.Category is { } category && category != step.Name)
        {
            text.Append(' ').Append(category);
        }
        if (step.Done is { } done)
        {
            text.Append(' ').Append(Amount.Count(done));
            if (step.Total is { } total)
            {
                text.Append('/').Append(Amount.Count(total));
            }
        }
        if (step.Pace.PerSecond is > 0 and var rate)
        {
            text.Append("  ").Append(Amount.Rate(rate));
        }
        return PlainText.Line(text.ToString());
    }
}
