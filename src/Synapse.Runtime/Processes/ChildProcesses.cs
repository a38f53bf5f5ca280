using System.Collections.Concurrent;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Processes;

/// <summary>
/// The programs that a run's steps run. Each is journaled before it does anything, so that whatever becomes of this process,
/// the next one finds what is left.
/// </summary>
internal sealed class ChildProcesses(RunJournal journal, EventLog events, ChildLauncher? launcher, TimeSpan grace)
{
    /// <summary>Of the time that a body has to stop: the rest is for the body's own end.</summary>
    private const double ShareOfGrace = 0.6;

    private readonly ConcurrentDictionary<long, ChildProcess> _running = [];
    private long _last = journal.Read(JournalReader.LastChild);
    private volatile bool _closed;

    /// <param name="call">What to run.</param>
    /// <param name="owner">The attempt that runs it.</param>
    /// <param name="stop">The stop of the run or the step.</param>
    /// <param name="ct">The author's own.</param>
    /// <exception cref="ProcessException">It could not be started, or ended with a failure.</exception>
    public async Task<ProcessResult> RunAsync(ProgramCall call, ChildOwner owner, CancellationToken stop, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        stop.ThrowIfCancellationRequested();
        var id = Interlocked.Increment(ref _last);
        using var child = await ChildProcess.StartAsync(call, Mark(journal, id), launcher);
        _running[id] = child;
        using var run = new ProgramRun(call, child, grace * ShareOfGrace, stop);
        try
        {
            var family = child.Family;
            journal.Commit(new ChildStarted(id, owner.Position, owner.Attempt, child.Pid, family?.Session, family?.Started ?? 0, call.Program));
            if (_closed)
            {
                throw new OperationCanceledException($"The run ended before program '{call.Program}' began.");
            }

            return await run.RunAsync(events, owner.Place, ct);
        }
        finally
        {
            if (!child.Exited.IsCompleted)
            {
                child.Kill();
            }

            _running.TryRemove(id, out _);
            if (run.IsGone && !_closed)
            {
                journal.Commit(new ChildEnded(id));
            }
        }
    }

    /// <summary>Ends what bodies left running that were given up or did not wait.</summary>
    public void Close()
    {
        _closed = true;
        foreach (var child in _running.Values)
        {
            child.Kill();
        }
    }

    /// <summary>What a child and its descendants are known by.</summary>
    public static string Mark(RunJournal journal, long id) => $"{journal.Folder.Id.Text}/{id}";
}

/// <summary>Which attempt a child works for.</summary>
internal readonly record struct ChildOwner(int Position, int Attempt, EventPlace Place);
