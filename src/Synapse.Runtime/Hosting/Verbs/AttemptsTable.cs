using System.Globalization;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Hosting.Verbs;

/// <summary>Every attempt of a run in the order in which it began: what ran when, why, for how long, and how it ended.</summary>
internal static class AttemptsTable
{
    /// <summary>Whether there is more to tell than the table of the steps does.</summary>
    public static bool IsWorthShowing(RunSnapshot run) => run.Attempts.Any(static attempt => attempt.Cause != AttemptCause.First);

    public static TextTable Of(RunSnapshot run)
    {
        var table = new TextTable("started", "step", "attempt", "took", "ended", "");
        foreach (var attempt in run.Attempts)
        {
            table.Add(
                attempt.Started.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
                run.Steps.FirstOrDefault(step => step.Position == attempt.Position)?.Name ?? "",
                $"{attempt.Number}, {Cause(attempt.Cause)}",
                attempt.Duration is { } took ? Amount.Duration(took) : "",
                Outcome(attempt, run.IsAtWork),
                attempt.Error is { } error ? PlainText.Line($"{error.Type}: {error.Message}") : "");
        }
        return table;
    }

    private static string Cause(AttemptCause cause) => cause switch
    {
        AttemptCause.First => "first",
        AttemptCause.Retry => "retry",
        AttemptCause.Resume => "resumed",
        AttemptCause.Force => "forced",
        _ => "undoing",
    };

    private static string Outcome(AttemptRow attempt, bool isAtWork) => attempt.Outcome switch
    {
        AttemptOutcome.Completed => attempt.Phase == JournalPhase.Rollback ? "undone" : "done",
        AttemptOutcome.Failed => "failed",
        AttemptOutcome.Interrupted => "interrupted",
        AttemptOutcome.Crashed => "crashed",
        _ => isAtWork ? "at work" : "crashed",
    };
}
