using Synapse.Runtime.Running;

namespace Synapse.Runtime.Reporting;

/// <summary>How the work of this process on a run ended.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Outcome">What the engine says.</param>
/// <param name="Elapsed">How long this process worked.</param>
/// <param name="WasAskedToStop">Whether a signal came.</param>
/// <param name="Before">What was there before a resume, else null.</param>
internal sealed record RunEnding(string Action, RunOutcome Outcome, TimeSpan Elapsed, bool WasAskedToStop, ResumedFrom? Before);

/// <summary>What earlier processes had finished when this one went on.</summary>
internal sealed record ResumedFrom(int FinishedSteps, int Steps, long FinishedItems, long InDoubt)
{
    public string Describe()
    {
        var steps = FinishedSteps switch
        {
            0 => "no step",
            1 => $"1 of {Amount.Of(Steps, "step")}",
            _ => $"{FinishedSteps} of {Steps} steps",
        };
        var items = FinishedItems > 0 ? $" and {Amount.Of(FinishedItems, "item")}" : "";
        var doubt = InDoubt switch
        {
            0 => "; no item was in doubt",
            1 => "; 1 item was in doubt and ran again under its own key",
            _ => $"; {Amount.Count(InDoubt)} items were in doubt and ran again under their own keys",
        };
        var repeated = (FinishedSteps + FinishedItems) switch
        {
            0 => "",
            1 => " and was not repeated",
            _ => " and were not repeated",
        };
        return $"{steps}{items} had finished before{repeated}{doubt}";
    }
}
