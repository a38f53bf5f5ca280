using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;

namespace Synapse.Runtime.Tests.Model;

internal enum Verb { Start, Resume, Rollback }

/// <summary>What one process does, and what happens to it.</summary>
internal sealed record LifePlan(Verb Verb, IReadOnlyList<PlanStep> Steps)
{
    public bool Force { get; init; }

    /// <summary>The line at which it is asked to stop.</summary>
    public int? StopAt { get; init; }

    /// <summary>The commit after which it dies, at once or only just before the next one.</summary>
    public int? DieAfter { get; init; }

    public bool DieLate { get; init; }
}

/// <summary>
/// One process on a run, in this process: what its bodies did, up to its end. Death is a copy of the run's folder taken
/// between two commits: what became durable later, and what bodies did later, never happened.
/// </summary>
internal sealed class Life(LifePlan plan) : IRecordShipper, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly CancellationTokenSource _stop = new();
    private int _commits;

    public required Action Copy { get; init; }

    /// <summary>How often each body of the run was called, over all lives.</summary>
    public required Dictionary<string, int> Calls { get; init; }

    public IReadOnlyList<string> Lines => _lines;

    public bool IsDead { get; private set; }

    public CancellationToken Stop => _stop.Token;

    /// <summary>A body did something that the world can see. <paramref name="call"/> is counted, # in the line stands for its number.</summary>
    public int Note(string line, string? call = null)
    {
        lock (_gate)
        {
            if (IsDead)
            {
                throw new OperationCanceledException("Died.");
            }

            var number = call is null ? 0 : Calls[call] = Calls.GetValueOrDefault(call) + 1;
            _lines.Add(line.Replace("#", "#" + number, StringComparison.Ordinal));
            if (_lines.Count - 1 == plan.StopAt)
            {
                _stop.Cancel();
            }

            return number;
        }
    }

    void IRecordShipper.Ship(ReadOnlySpan<JournalRecord> committed)
    {
        _commits++;
        if (_commits == plan.DieAfter)
        {
            Copy();
        }

        if (_commits >= plan.DieAfter + (plan.DieLate ? 1 : 0))
        {
            lock (_gate)
            {
                IsDead = true;
            }

            throw new DiedException();
        }
    }

    public void Dispose() => _stop.Dispose();
}

internal sealed class DiedException : Exception;
