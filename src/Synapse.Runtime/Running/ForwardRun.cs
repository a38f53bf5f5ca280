using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running;

/// <summary>Runs the steps that are not finished, in order.</summary>
internal sealed class ForwardRun(RunWorld run, IReadOnlyList<StepRow> steps, bool keepOnFailure)
{
    private readonly Boundary _boundary = new(run.Journal);

    /// <summary>The outcome, or null when the run failed and is now to be rolled back.</summary>
    /// <param name="open">Adds to what is committed first.</param>
    public async Task<RunOutcome?> RunAsync(Action<Boundary> open)
    {
        open(_boundary);
        for (var position = 0; position < steps.Count; position++)
        {
            if (steps[position].State is StepState.Completed or StepState.Skipped)
            {
                continue;
            }

            if (run.Stop.IsCancellationRequested)
            {
                return Stopped();
            }

            if (await SkipAsync(position) is { } skipped)
            {
                if (skipped.Result == CallResult.Completed)
                {
                    continue;
                }

                return End(position, null, skipped);
            }

            var attempts = new StepAttempts(run, _boundary, steps[position]);
            var end = await attempts.RunAsync();
            if (end.Result != CallResult.Completed)
            {
                return End(position, attempts.Number, end);
            }
        }

        return Completed();
    }

    // What came before is made durable first: skip methods are the author's code and may take their time. One that threw
    // never answered, so it is asked again.
    private async Task<CallEnd?> SkipAsync(int position)
    {
        var step = run.Action.Steps[position];
        if (step.Skip is not { } skip || steps[position].Attempt > 0)
        {
            return null;
        }

        _boundary.Commit();
        string? reason = null;
        var engine = new StepEngine(run, position, JournalPhase.Forward, 0, run.Stop);
        var end = await StepCall.RunAsync(engine, async () => reason = await skip(new CallScope(engine)));
        if (end.Result != CallResult.Completed)
        {
            return end;
        }

        if (reason is null)
        {
            return run.Stop.IsCancellationRequested ? end with { Result = CallResult.Interrupted } : null;
        }

        run.Meter.Finish(position);
        _boundary.Add(new StepSkipped(position, reason), () => RunEvents.Skipped(run, position, reason));
        return end;
    }

    private RunOutcome? End(int position, int? attempt, CallEnd end)
    {
        if (!end.IsFailure)
        {
            _boundary.Add(new StepInterrupted(position, end.Duration));
            return end.Result switch
            {
                CallResult.InDoubt => Stopped(InDoubtException.Name, position, end.Failure!, ExitCode.Failed),
                CallResult.Damaged => Stopped(DamageException.Name, position, end.Failure!, ExitCode.CannotJournal),
                _ => Stopped(),
            };
        }

        if (end.IsToBeRetried)
        {
            return Restarting();
        }

        var error = RunError.From(end.Failure!, run.Action.Steps[position].Name, attempt);
        _boundary.Add(
            new StepFailed(position, error, end.Duration),
            () => RunEvents.Step(run, EventTypes.StepFailed, position, attempt, end.Duration, end.Failure));
        if (!keepOnFailure)
        {
            _boundary.Add(new RollbackEntered(error));
            run.Journal.SpendReserve = true;
            if (end.Result == CallResult.GivenUp)
            {
                return Restarting();
            }

            _boundary.Commit();
            return null;
        }

        _boundary.Add(new RunEnded(RunState.Failed, Error: error));
        _boundary.Commit();
        return new RunOutcome(ExitCode.Failed) { State = RunState.Failed, Error = error };
    }

    // Nothing may be retried or undone beside a body that still runs, and only the end of its process ends it.
    private RunOutcome Restarting()
    {
        _boundary.Add(new ProcessLeft());
        _boundary.Commit();
        return new RunOutcome(ExitCode.Failed) { State = RunState.Running, MustRestart = true };
    }

    private RunOutcome Stopped(string type, int position, Exception cause, ExitCode code)
    {
        var error = new RunError(type, cause.Message, Step: run.Action.Steps[position].Name);
        _boundary.Add(new RunEnded(RunState.Stopped, Error: error));
        _boundary.Commit();
        return new RunOutcome(code) { State = RunState.Stopped, Error = error };
    }

    private RunOutcome Stopped()
    {
        _boundary.Add(new RunEnded(RunState.Stopped));
        _boundary.Commit();
        return new RunOutcome(run.Options.StopCode()) { State = RunState.Stopped };
    }

    private RunOutcome Completed()
    {
        var step = run.Action.ResultStep;
        byte[]? result;
        try
        {
            result = Result(step);
        }
        catch (DamageException e)
        {
            return Stopped(DamageException.Name, step, e, ExitCode.CannotJournal);
        }

        run.Journal.HighWater = 100;
        _boundary.Add(new RunEnded(RunState.Completed, step < 0 ? null : run.Action.Steps[step].Name), run.Meter.Complete);
        _boundary.Commit();
        return new RunOutcome(ExitCode.Done) { State = RunState.Completed, Result = result };
    }

    private byte[]? Result(int position) =>
        position >= 0 && !run.Action.Steps[position].OutputIsRows && run.Outputs[position] is { } output
            ? new JournaledReading(run, JournalPhase.Forward).Bytes(position, output)
            : null;
}
