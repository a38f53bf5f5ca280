using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>This process's work on a run whose lock and journal it holds.</summary>
internal sealed class RunWork : IDisposable
{
    private readonly RunWorld _run;
    private readonly RunRow _row;
    private readonly IReadOnlyList<StepRow> _steps;

    private RunWork(RunWorld run, RunRow row, IReadOnlyList<StepRow> steps)
    {
        _run = run;
        _row = row;
        _steps = steps;
    }

    public static RunWork Begin(
        RunFolder folder, RunJournal journal, ActionDescriptor action, object? parameters, RunOptions options, CancellationToken stop)
    {
        action.RegisterCodecs?.Invoke();
        var row = journal.Read(JournalReader.ReadRun);
        var steps = journal.Read(JournalReader.ReadSteps);
        var meter = new ProgressMeter([.. steps.Select(step => step.Weight)], row.HighWater);
        var events = new EventLog(folder, options.Sinks, options.Clock);
        var run = new RunWorld(folder, journal, events, meter, action, parameters, row.Created, options, stop);
        foreach (var step in steps)
        {
            run.Outputs[step.Position] = step.Output;
            if (step.State is StepState.Completed or StepState.Skipped)
            {
                meter.Finish(step.Position);
            }
        }

        return new RunWork(run, row, steps);
    }

    /// <summary>The outcome of a resume that has nothing to do, or null.</summary>
    public static RunOutcome? ResumeRefusal(RunRow run) => run.State switch
    {
        RunState.Completed => new RunOutcome(ExitCode.Done) { Message = $"Run {run.Id.Short} is already completed." },
        RunState.Abandoned => Outcomes.Usage($"Run {run.Id.Short} was abandoned; it is not resumed. Start a new run, or take over its outputs with resume --from STEP."),
        RunState.RolledBack => new RunOutcome(ExitCode.Failed)
        {
            Message = $"Run {run.Id.Short} was rolled back; nothing is left to resume. Start a new run.",
            Error = run.Error,
        },
        _ => null,
    };

    public static RunOutcome? RollbackRefusal(RunRow run) => run.State == RunState.RolledBack
        ? new RunOutcome(ExitCode.Done) { Message = $"Run {run.Id.Short} is already rolled back." }
        : null;

    public Task<RunOutcome> StartAsync() =>
        EndingAsync(() => ForwardAsync(forward => forward.Tell(() => RunEvents.Started(_run, EventTypes.RunStarted, _steps))));

    public Task<RunOutcome> ResumeAsync()
    {
        RunEvents.Started(_run, EventTypes.RunResumed, _steps);
        return AloneAsync(() => _row.State is RunState.RollingBack or RunState.RollbackIncomplete
            ? UndoAsync(_row.UndoAsked ? ExitCode.Done : ExitCode.Failed)
            : _run.Journal.IsCrashing ? Task.FromResult(Crashing()) : ForwardAsync(static forward => forward.Add(new RunContinued())));
    }

    public Task<RunOutcome> RollbackAsync()
    {
        RunEvents.Started(_run, EventTypes.RunResumed, _steps);
        return AloneAsync(() => UndoAsync(ExitCode.Done));
    }

    public void Dispose()
    {
        _run.Bodies.Dispose();
        _run.Events.Dispose();
    }

    /// <summary>First of all, programs of a process that died are ended: nothing may work beside this one.</summary>
    private Task<RunOutcome> AloneAsync(Func<Task<RunOutcome>> work) => EndingAsync(async () =>
    {
        var (ended, left) = await Survivors.EndAsync(_run.Journal);
        RunEvents.SurvivorsEnded(_run, ended);
        return left.Count == 0 ? await work() : NotAlone(left);
    });

    private RunOutcome NotAlone(IReadOnlyList<string> left)
    {
        var state = _row.State == RunState.Running ? RunState.Stopped : _row.State;
        _run.Journal.Commit(new RunEnded(state));
        return new RunOutcome(ExitCode.Held)
        {
            State = state,
            Message = $"Programs that an earlier process of run {_row.Id.Short} started cannot be ended: {string.Join(", ", left)}. End them, then resume.",
        };
    }

    /// <param name="open">Adds to what is committed first.</param>
    private async Task<RunOutcome> ForwardAsync(Action<Boundary> open) =>
        await new ForwardRun(_run, _steps, _row.KeepOnFailure).RunAsync(open)
        ?? await new RollbackRun(_run, ExitCode.Failed).RunAsync();

    private Task<RunOutcome> UndoAsync(ExitCode whenUndone)
    {
        _run.IsRollingBack = true;
        if (_row.State != RunState.RollingBack)
        {
            _run.Journal.Commit(new RollbackEntered(null, IsAsked: _row.State != RunState.RollbackIncomplete));
        }

        return new RollbackRun(_run, whenUndone).RunAsync();
    }

    private RunOutcome Crashing()
    {
        var error = new RunError("crashes", "Five processes in a row died over this run without finishing anything. Look at the log, then resume.");
        _run.Journal.Commit(new RunEnded(RunState.Failed, Error: error), new CrashesTold());
        return new RunOutcome(ExitCode.Failed) { State = RunState.Failed, Error = error };
    }

    private async Task<RunOutcome> EndingAsync(Func<Task<RunOutcome>> work)
    {
        RunOutcome outcome;
        try
        {
            outcome = await work();
        }
        catch (Exception e) when (e is JournalException or StateException)
        {
            outcome = Unjournaled(e);
        }

        outcome = outcome with { Run = _run.Journal.IsDurable ? _run.Folder.Id : null };
        _run.Children.Close();
        if (outcome.MustRestart)
        {
            RunEvents.Restarting(_run);
        }
        else
        {
            RunEvents.Ended(_run, outcome);
        }

        _run.Events.Dispose();
        _run.Journal.Close();
        return outcome;
    }

    // The reserve may just let the run's own end be written; if not, the next process finds a crash.
    private RunOutcome Unjournaled(Exception cause)
    {
        var state = _run.IsRollingBack ? RunState.RollingBack : RunState.Stopped;
        try
        {
            _run.Journal.SpendReserve = true;
            _run.Journal.Commit(new RunEnded(state, Error: RunError.From(cause)));
        }
        catch (JournalException)
        {
            return new RunOutcome(ExitCode.CannotJournal) { Message = cause.Message };
        }

        return new RunOutcome(ExitCode.CannotJournal) { State = state, Message = cause.Message };
    }
}
