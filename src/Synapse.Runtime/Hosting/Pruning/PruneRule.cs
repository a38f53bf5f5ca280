using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Pruning;

/// <summary>Which runs are deleted. A run at work never is, whatever its state.</summary>
internal sealed class PruneRule
{
    private readonly DateTimeOffset _endedBefore;
    private readonly IReadOnlyList<string> _states;
    private readonly bool _statesGiven;

    private PruneRule(int keepLast, DateTimeOffset endedBefore, IReadOnlyList<string>? states)
    {
        KeepLast = keepLast;
        _endedBefore = endedBefore;
        _states = states ?? RunStates.Final;
        _statesGiven = states is not null;
    }

    /// <summary>The newest so many runs stay.</summary>
    public int KeepLast { get; }

    /// <exception cref="UsageException">Nothing says how old a run must be, or a state is unknown.</exception>
    public static PruneRule From(HostContext host, GivenOptions options)
    {
        var states = options.InState?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var problems = new List<string>();
        if (options.Older is null && options.KeepLast is null)
        {
            problems.Add("Say which runs are old: --older 30d, or --keep-last 20, or both. --keep-last 0 takes all that have ended.");
        }
        foreach (var state in states ?? [])
        {
            if (!RunStates.Choosable.Contains(state))
            {
                problems.Add($"--in-state knows {string.Join(", ", RunStates.Choosable)}; found '{state}'.{Spelling.DidYouMean(state, RunStates.Choosable)}");
            }
        }
        if (problems.Count > 0)
        {
            throw new UsageException("runs prune: wrong command line.", problems, $"See '{host.Command} runs prune --help'.");
        }
        return new PruneRule(options.KeepLast ?? 0, DateTimeOffset.UtcNow - (options.Older ?? TimeSpan.Zero), states);
    }

    /// <summary>What would be deleted, or null when the run stays.</summary>
    public PrunedRun? Choose(RunFolder run)
    {
        try
        {
            var found = Read(run);
            return found is not null && _states.Contains(found.State) && found.Ended <= _endedBefore ? found : null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    private PrunedRun? Read(RunFolder run)
    {
        try
        {
            var snapshot = RunSnapshot.Read(run);
            var row = snapshot.Row;
            return snapshot.IsAtWork || (row.State == RunState.Abandoned && !_statesGiven && HasLeftovers(run))
                ? null
                : new PrunedRun(run.Id, row.Action, RunStates.Of(row), row.Ended ?? (snapshot.Processes is [.., var last] ? last.Started : row.Created), RunTrash.Size(run));
        }
        catch (StateException) when (Directory.Exists(run.Path))
        {
            return new PrunedRun(run.Id, "?", RunStates.Unreadable, Directory.GetLastWriteTimeUtc(run.Path), RunTrash.Size(run));
        }
        catch (StateException)
        {
            return null;
        }
    }

    /// <summary>Of an abandoned run the journal is all that knows what still stands, so by default it stays.</summary>
    private static bool HasLeftovers(RunFolder run) => JournalReader.Look(run, StandingWork.Read).Count > 0;
}
