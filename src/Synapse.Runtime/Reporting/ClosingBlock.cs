using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Reporting;

/// <summary>The last lines of a run: how it ended, what came out, and what to do next.</summary>
internal sealed class ClosingBlock(TextWriter output, Look look, string command, string stateOption)
{
    private const int NameWidth = 9;

    /// <param name="ending">How the work of this process ended.</param>
    /// <param name="view">What the events said.</param>
    public void Write(RunEnding ending, RunView view)
    {
        var outcome = ending.Outcome;
        output.WriteLine(Headline(ending, view));
        if (outcome.Result is { } result)
        {
            Fact("result", ResultText.Of(result));
        }
        if (ending.Before is { } before)
        {
            Fact("resumed", before.Describe());
        }
        if (outcome.Leftovers.Count > 0)
        {
            Fact("left", string.Join('\n', outcome.Leftovers.Select(left => $"{left.Step}: {PlainText.Safe(left.Reason)}")));
        }
        if (outcome.Message is { } message && outcome.Error is not null)
        {
            Fact("note", PlainText.Safe(message));
        }
        if (outcome.Run is { } run)
        {
            Fact("run", run.Short);
            Fact("next", Next(outcome, view, run));
        }
        output.Flush();
    }

    private string Headline(RunEnding ending, RunView view)
    {
        var outcome = ending.Outcome;
        var took = Amount.Duration(ending.Elapsed);
        var reason = PlainText.Safe(outcome.Error is { } error ? $"{error.Type}: {error.Message}" : outcome.Message ?? "");
        var cause = reason.Length > 0 ? ": " + reason : "";
        var place = outcome.Error?.Step is { } step ? $" in step {step}" : "";
        var action = ending.Action;
        return outcome.State switch
        {
            RunState.Completed => $"{look.Done} {look.Bold(action)} done in {took}",
            RunState.RolledBack when outcome.ExitCode == ExitCode.Done => $"{look.Undone} {look.Bold(action)} rolled back in {took}",
            RunState.RolledBack => $"{look.Failed} {look.Bold(action)} failed{place} after {took}{cause}\n  {look.Undone} everything it did is undone{(view.Undone > 0 ? $" ({Amount.Of(view.Undone, "step")})" : "")}",
            RunState.RollbackIncomplete => $"{look.Failed} {look.Bold(action)}: the rollback is incomplete after {took}{cause}",
            RunState.Failed => $"{look.Failed} {look.Bold(action)} failed{place} after {took}{cause}",
            RunState.Stopped or RunState.Running or RunState.RollingBack when ending.WasAskedToStop =>
                $"{look.Stopped} {look.Bold(action)} interrupted after {took}; what it finished is journaled",
            _ => $"{look.Failed} {look.Bold(action)} stopped after {took}{cause}",
        };
    }

    private string Next(RunOutcome outcome, RunView view, RunId run) => outcome.State switch
    {
        RunState.Completed => $"{Command("show", run)}   its steps and messages",
        RunState.RolledBack when outcome.ExitCode == ExitCode.Done => $"{Command("show", run)}   what was undone",
        RunState.RolledBack => $"{Command("show", run)}   what happened; start it again when the cause is gone",
        RunState.RollbackIncomplete => $"{Command("rollback", run)}   repeats only what is missing",
        RunState.RollingBack => $"{Command("resume", run)}   goes on with the rollback",
        _ => $"{Command("resume", run)}   {Finished(view)}",
    };

    private static string Finished(RunView view)
    {
        var finished = view.Steps.Count(step => step.Phase is StepPhase.Completed or StepPhase.Skipped);
        return finished == 0 ? "goes on where it stopped" : $"goes on where it stopped; {Amount.Of(finished, "finished step")} will not be repeated";
    }

    private string Command(string verb, RunId run) => $"{command} {verb} {run.Short}{stateOption}";

    private void Fact(string name, string text)
    {
        output.Write("  ");
        output.Write(look.Dim(name.PadRight(NameWidth)));
        output.WriteLine(text.Replace("\n", "\n" + new string(' ', NameWidth + 2), StringComparison.Ordinal));
    }
}
