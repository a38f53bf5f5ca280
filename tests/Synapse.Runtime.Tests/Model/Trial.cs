using System.Globalization;
using System.Text;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Wiring;

namespace Synapse.Runtime.Tests.Model;

/// <summary>One plan through as many processes as it takes to its end, each compared with the reference.</summary>
internal sealed class Trial : IDisposable
{
    private const int Disturbed = 7;
    private const int MaxLives = 40;

    private readonly Random _random;
    private readonly RandomPlan _plans;
    private readonly string _root;
    private readonly bool _keeps;
    private readonly Reference _reference;
    private readonly Dictionary<string, int> _calls = [];
    private readonly StringBuilder _story = new();
    private IReadOnlyList<PlanStep> _steps;
    private RunFolder? _folder;
    private StateFolder _state;
    private double _highWater;
    private int _lives;

    public Trial(int seed, string root)
    {
        _random = new Random(seed);
        _plans = new RandomPlan(_random);
        _root = Path.Combine(root, seed.ToString(CultureInfo.InvariantCulture));
        _steps = _plans.Steps();
        _keeps = _random.Next(2) == 0;
        _reference = new Reference(_steps, _keeps);
        _state = NextState();
        Tell(_keeps ? "On failure: keep" : "On failure: roll back");
        Tell(_steps);
    }

    /// <summary>Everything that happened, for people.</summary>
    public string Story => _story.ToString();

    public async Task RunAsync()
    {
        while (Next() is { } life)
        {
            if (++_lives > MaxLives)
            {
                throw new WrongException($"No end after {MaxLives} processes.");
            }

            await LiveAsync(life);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private LifePlan? Next()
    {
        if (_folder is null)
        {
            return Disturb(new LifePlan(Verb.Start, _steps));
        }

        var (resume, rollback) = _reference.Now.State switch
        {
            RunState.Completed => (0.1, 0.2),
            RunState.RolledBack => (0.1, 0.1),
            RunState.RollingBack or RunState.RollbackIncomplete => (0.5, 0.5),
            RunState.Failed => (0.7, 0.3),
            _ => (0.9, 0.1),
        };
        var pick = _random.NextDouble();
        return pick < resume ? Disturb(Rebuilt(new LifePlan(Verb.Resume, _steps)))
            : pick < resume + rollback ? Disturb(Rebuilt(new LifePlan(Verb.Rollback, _steps)))
            : null;
    }

    private LifePlan Disturb(LifePlan life) => _lives >= Disturbed ? life : _random.Next(10) switch
    {
        < 4 => life with { DieAfter = _random.Next(1, 16), DieLate = _random.Next(2) == 0 },
        < 6 => life with { StopAt = _random.Next(16) },
        _ => life,
    };

    // What has run may only change its shape, and that only by force; what has not may be anything.
    private LifePlan Rebuilt(LifePlan life)
    {
        var started = _reference.Now.Steps.Count(step => step.State != StepState.Pending);
        return _random.Next(20) switch
        {
            0 when started < 20 => life with { Steps = _steps = _plans.Rebuilt(_steps, started) },
            1 when started > 0 => life with { Steps = Reprinted() },
            2 when started > 0 => life with { Steps = _steps = Reprinted(), Force = true },
            _ => life,
        };

        IReadOnlyList<PlanStep> Reprinted() => [.. _steps.Select((step, i) => i == 0 ? step with { Print = step.Print + "+" } : step)];
    }

    private async Task LiveAsync(LifePlan plan)
    {
        var (before, after) = (_state, plan.DieAfter is null ? _state : NextState());
        using var life = new Life(plan) { Calls = _calls, Copy = () => Copy(before, after) };
        RunOutcome? outcome = null;
        Exception? bug = null;
        try
        {
            outcome = await RunAsync(plan, life);
        }
        catch (Exception e)
        {
            bug = e;
        }

        _state = life.IsDead ? after : before;
        _folder = RunCatalog.Find(_state, RunCatalog.Last);
        Tell(plan, life, outcome);
        if (bug is not null && !life.IsDead)
        {
            throw new WrongException("Threw " + bug);
        }

        Compare(_reference.Live(plan, life.Lines, life.IsDead), outcome);
        var journal = Journaled.Read(_folder);
        _reference.Settle(journal);
        Climb(journal.HighWater);
    }

    private Task<RunOutcome> RunAsync(LifePlan plan, Life life)
    {
        var action = Plan.Action("test", _keeps ? OnFailure.Keep : OnFailure.Rollback, new Bodies(plan.Steps, life).Describe());
        var plugin = Plan.Plugin(action);
        var options = new RunOptions { State = _state, Backend = new NoBackend(), Shipper = life, Force = plan.Force, Grace = TimeSpan.FromMinutes(1) };
        return plan.Verb switch
        {
            Verb.Start => RunSession.StartAsync(plugin, action, default, options, life.Stop),
            Verb.Resume => RunSession.ResumeAsync(plugin, _folder!, options, life.Stop),
            _ => RunSession.RollbackAsync(plugin, _folder!, options, life.Stop),
        };
    }

    private static void Compare(Answer? wanted, RunOutcome? outcome)
    {
        if (wanted is null || outcome is null)
        {
            return;
        }

        var found = new Answer(outcome.ExitCode, wanted.State is null ? null : outcome.State)
        {
            Error = outcome.Error is null || outcome.Message is not null ? null : outcome.Error.Step ?? "",
            Result = outcome.Result is { } json ? Encoding.UTF8.GetString(json).Trim('"') : null,
            Leftovers = string.Join(' ', outcome.Leftovers.Select(leftover => leftover.Step)),
        };
        if (found != wanted)
        {
            throw new WrongException($"Answered {found}; should be {wanted}.");
        }
    }

    private void Climb(double highWater)
    {
        var most = _reference.Now.State == RunState.Completed ? 100 : Math.Max(99.99, _highWater);
        if (highWater < _highWater || highWater > most || (_reference.Now.State == RunState.Completed && highWater != 100))
        {
            throw new WrongException($"Progress {highWater} after {_highWater} in state {_reference.Now.State}.");
        }

        _highWater = highWater;
    }

    private StateFolder NextState() => StateFolder.Open(Path.Combine(_root, _lives.ToString(CultureInfo.InvariantCulture), StateFolder.FolderName));

    private static void Copy(StateFolder from, StateFolder to)
    {
        var source = Directory.EnumerateDirectories(from.Runs).Single();
        var target = Path.Combine(to.Runs, Path.GetFileName(source));
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            // Locks and the log's shared index end with their process; the reserve is only space.
            var name = Path.GetFileName(file);
            if (name == "run.lock")
            {
                File.WriteAllBytes(Path.Combine(target, name), []);
            }
            else if (name != "reserve" && !name.EndsWith("-shm", StringComparison.Ordinal))
            {
                File.Copy(file, Path.Combine(target, name));
            }
        }
    }

    private void Tell(LifePlan plan, Life life, RunOutcome? outcome)
    {
        Tell($"{plan.Verb}{(plan.Force ? " by force" : "")}{(plan.StopAt is { } stop ? $", stop at line {stop}" : "")}"
            + $"{(plan.DieAfter is { } commit ? $", death {(plan.DieLate ? "before the commit after" : "after")} commit {commit}" : "")}");
        if (!plan.Steps.SequenceEqual(_reference.Now.Steps.Select(step => step.Plan)))
        {
            Tell(plan.Steps);
        }

        foreach (var line in life.Lines)
        {
            Tell("    " + line);
        }

        Tell(life.IsDead ? "  died" : $"  {outcome?.ExitCode} {outcome?.State} {outcome?.Message ?? outcome?.Error?.Message}");
    }

    private void Tell(IReadOnlyList<PlanStep> steps)
    {
        foreach (var step in steps)
        {
            Tell("  " + step);
        }
    }

    private void Tell(string line) => _story.AppendLine(line);
}
