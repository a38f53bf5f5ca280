using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using static System.FormattableString;

namespace Synapse.Runtime.Tests.Model;

/// <summary>Steps that are not finished, in order, with their attempts.</summary>
internal sealed partial class Reference
{
    private Answer Forward()
    {
        for (var i = 0; i < Now.Steps.Count; i++)
        {
            var step = Now.Steps[i];
            if (step.State is StepState.Completed or StepState.Skipped)
            {
                continue;
            }

            var end = _stopped ? End.Interrupted : Skips(step);
            if (end == End.Completed && step.State != StepState.Skipped)
            {
                end = Attempts(step);
            }

            if (end == End.Interrupted)
            {
                return Leave(RunState.Stopped, ExitCode.Interrupted);
            }

            if (end == End.Failed)
            {
                (step.State, step.IsRetrying, Now.Error) = (StepState.Failed, false, step.Plan.Name);
                if (keeps)
                {
                    return Leave(RunState.Failed, ExitCode.Failed, step.Plan.Name);
                }

                Now.State = RunState.RollingBack;
                Commit();
                return Undo(ExitCode.Failed);
            }
        }

        return Leave(RunState.Completed, ExitCode.Done);
    }

    private End Skips(StepMemory step)
    {
        if (step.Plan.Skip == Skip.Never || step.Attempt > 0)
        {
            return End.Completed;
        }

        Commit();
        var call = Take($"skip {step.Plan.Name} #", $"skip {step.Plan.Name}");
        if (step.Plan.Skip == Skip.Throws || (step.Plan.Skip == Skip.ThrowsOnce && call == 1))
        {
            return _stopped ? End.Interrupted : End.Failed;
        }

        if (step.Plan.Skip == Skip.Skips)
        {
            Finish(step, StepState.Skipped);
            return End.Completed;
        }

        return _stopped ? End.Interrupted : End.Completed;
    }

    private End Attempts(StepMemory step)
    {
        step.Failures = step.IsRetrying ? step.Failures : 0;
        while (true)
        {
            step.Attempt++;
            step.State = StepState.Intent;
            Commit();
            var end = Body(step);
            if (end == End.Completed)
            {
                Finish(step, StepState.Completed);
                return end;
            }

            if (_stopped || end == End.Interrupted)
            {
                return End.Interrupted;
            }

            if (++step.Failures > step.Plan.Retries)
            {
                return end;
            }

            step.IsRetrying = true;
        }
    }

    private End Body(StepMemory step)
    {
        var (name, failed) = (step.Plan.Name, step.Plan.Fails.Contains(step.Attempt));
        var inputs = Now.Steps.TakeWhile(other => other != step).Select(other => other.Rows is { } rows ? string.Join(' ', rows) : other.Value ?? "-");
        Take(Invariant($"body {name} {step.Attempt} of {string.Join(", ", inputs)}"));
        for (var i = -1; i < step.Plan.Effects; i++)
        {
            if (i >= 0 && step.Effects[i] != EffectState.Done)
            {
                step.Effects[i] = EffectState.Intent;
                Commit();
                Take(Invariant($"effect {name}/make/{i + 1}"));
                step.Effects[i] = EffectState.Done;
                Progress();
                Commit();
            }

            if (_stopped && step.Plan.HeedsStop)
            {
                return End.Interrupted;
            }

            if (failed && !step.Plan.FailsLate)
            {
                return End.Failed;
            }
        }

        if (step.Plan.Output == Output.Loop && ForwardLoop(step) is var end && end != End.Completed)
        {
            return end;
        }

        if (failed)
        {
            return End.Failed;
        }

        var value = Invariant($"{name}.{step.Attempt}");
        step.Value = step.Plan.Output == Output.Value ? value : null;
        step.Rows = step.Plan.Output switch
        {
            Output.Rows => [.. step.Plan.Items.Select((_, i) => Invariant($"{value}.{i}"))],
            Output.Loop => step.RowsSoFar,
            _ => null,
        };
        return End.Completed;
    }
}
