using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Tests.Model;

/// <summary>
/// The engine as durability is promised: a plain walk over the plan. Where the engine would call a body, the walk takes the
/// line that the body must have noted; where the engine would commit, it keeps what must be durable from then on.
/// </summary>
internal sealed partial class Reference(IReadOnlyList<PlanStep> plan, bool keeps)
{
    private enum End { Completed, Failed, Interrupted }

    private readonly Dictionary<string, int> _calls = [];
    private readonly List<(int At, Memory Memory)> _moments = [];
    private LifePlan _life = new(Verb.Start, plan);
    private IReadOnlyList<string> _lines = [];
    private bool _died;
    private bool _stopped;
    private int _at;

    public Memory Now { get; private set; } = new(plan);

    /// <summary>What a process must have answered that did so much; null for one that died.</summary>
    /// <exception cref="WrongException">It did something that it must not, or left something out.</exception>
    public Answer? Live(LifePlan life, IReadOnlyList<string> lines, bool died)
    {
        (_life, _lines, _died, _stopped, _at) = (life, lines, died, false, 0);
        _moments.Clear();
        Commit();
        try
        {
            var answer = Go();
            return _at < _lines.Count ? throw Wrong("nothing") : died ? null : answer;
        }
        catch (DiedException)
        {
            return null;
        }
    }

    /// <summary>Takes over what only the journal can tell, if the rest is as it must be.</summary>
    public void Settle(Journaled journal)
    {
        var found = _died
            ? _moments.Where((moment, i) => moment.At <= _at && (i + 1 == _moments.Count || _moments[i + 1].At >= _at)).Select(moment => moment.Memory)
            : [Now];
        string? difference = null;
        foreach (var memory in found.Reverse())
        {
            difference = journal.Difference(memory) is { } one ? one + (difference is null ? "" : "\nor " + difference) : null;
            if (difference is null)
            {
                Now = memory.Clone();
                journal.Settle(Now);
                return;
            }
        }

        throw new WrongException("The journal is wrong: " + difference);
    }

    private Answer Go()
    {
        if (_life.Verb != Verb.Start)
        {
            if (Refusal() is { } refusal)
            {
                return refusal;
            }

            Now.Crashes += Now.IsLeft ? 0 : 1;
            Rebind();
        }

        var crashed = !Now.IsLeft;
        Now.IsLeft = false;
        Commit();
        switch (_life.Verb)
        {
            case Verb.Start: return Forward();
            case Verb.Rollback:
                Now.UndoAsked |= Now.State is not (RunState.RollingBack or RunState.RollbackIncomplete);
                return Undo(ExitCode.Done);
            case var _ when Now.State is RunState.RollingBack or RunState.RollbackIncomplete:
                return Undo(Now.UndoAsked ? ExitCode.Done : ExitCode.Failed);
            case var _ when crashed && Now.Crashes >= 5:
                Now.Crashes = 0;
                return Leave(RunState.Failed, ExitCode.Failed, error: "");
            default:
                (Now.State, Now.Error) = (RunState.Running, null);
                return Forward();
        }
    }

    private Answer? Refusal()
    {
        if (Now.State == RunState.RolledBack)
        {
            return new Answer(_life.Verb == Verb.Resume ? ExitCode.Failed : ExitCode.Done, Now.State);
        }

        if (Now.State == RunState.Completed && _life.Verb == Verb.Resume)
        {
            return new Answer(ExitCode.Done, Now.State);
        }

        var fits = Now.Steps.TakeWhile(step => step.State != StepState.Pending).Select((step, i) =>
            i < _life.Steps.Count && _life.Steps[i].Name == step.Plan.Name && (_life.Force || _life.Steps[i].Print == step.Plan.Print));
        return fits.All(fit => fit) ? null : new Answer(ExitCode.Usage, null);
    }

    private void Rebind()
    {
        Now.Steps.RemoveAll(step => step.State == StepState.Pending);
        for (var i = 0; i < _life.Steps.Count; i++)
        {
            if (i < Now.Steps.Count)
            {
                Now.Steps[i].Plan = _life.Steps[i];
            }
            else
            {
                Now.Steps.Add(new StepMemory(_life.Steps[i]));
            }
        }
    }

    private Answer Leave(RunState state, ExitCode code, string? error = null)
    {
        (Now.State, Now.IsLeft, Now.Error) = (state, true, error ?? Now.Error);
        Commit();
        var result = state == RunState.Completed && Now.Steps.Count > 0 ? Now.Steps[^1].Value : null;
        var leftovers = state is RunState.RolledBack or RunState.RollbackIncomplete ? Now.Steps.Where(Stands).Select(step => step.Plan.Name) : [];
        return new Answer(code, state) { Error = state == RunState.Stopped ? null : Now.Error, Result = result, Leftovers = string.Join(' ', leftovers) };
    }

    private void Finish(StepMemory step, StepState state)
    {
        (step.State, step.Sequence) = (state, Now.Steps.Max(other => other.Sequence ?? 0) + 1);
        Progress();
    }

    private void Progress() => (Now.Crashes, Now.CrashesMayBeOver) = (0, false);

    private void Commit() => _moments.Add((_at, Now.Clone()));

    private int Take(string line, string? call = null)
    {
        var number = call is null ? 0 : _calls.GetValueOrDefault(call) + 1;
        var expected = line.Replace("#", "#" + number, StringComparison.Ordinal);
        if (_at == _lines.Count && _died)
        {
            throw new DiedException();
        }

        if (_at == _lines.Count || _lines[_at] != expected)
        {
            throw Wrong($"'{expected}'");
        }

        _stopped |= _at++ == _life.StopAt;
        if (call is not null)
        {
            _calls[call] = number;
        }

        return number;
    }

    private WrongException Wrong(string expected) =>
        new($"Line {_at} must be {expected} and is {(_at < _lines.Count ? $"'{_lines[_at]}'" : "missing")}.");
}

/// <summary>What a process says at its end.</summary>
internal sealed record Answer(ExitCode Code, RunState? State)
{
    public string? Error { get; init; }

    public string? Result { get; init; }

    public string Leftovers { get; init; } = "";
}

internal sealed class WrongException(string message) : Exception(message);
