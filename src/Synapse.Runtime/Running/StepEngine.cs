using Synapse.Backends;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running.Loops;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>What one call of a step, skip method or rollback can ask of its run. After the fence it answers nothing.</summary>
internal sealed class StepEngine : IRunEngine
{
    private readonly EffectLedger _effects;
    private readonly CheckpointStore _checkpoints;
    private readonly ProgressReporter _progress;
    private readonly HashSet<string> _loops = [];
    private volatile bool _fenced;

    static StepEngine() => LoopCodecs.Register(new NoResultCodec());

    public StepEngine(RunWorld run, int position, JournalPhase phase, int attempt, CancellationToken stop)
    {
        Run = run;
        Position = position;
        Phase = phase;
        Attempt = attempt;
        Stop = stop;
        Reading = new JournaledReading(run, phase);
        _effects = new EffectLedger(run.Journal, Reading, position, StepKey, run.Options);
        _checkpoints = new CheckpointStore(run.Folder, Step.Name);
        _progress = new ProgressReporter(run, position, Place);
        Random = new Random(HashCodes.Stable(StepKey));
    }

    public RunWorld Run { get; }

    public int Position { get; }

    public JournalPhase Phase { get; }

    public int Attempt { get; }

    /// <summary>Cancelled when the attempt is to end: by a stop of the run, or by its own timeout.</summary>
    public CancellationToken Stop { get; }

    public JournaledReading Reading { get; }

    public StepDescriptor Step => Run.Action.Steps[Position];

    /// <summary>The same for every attempt of the step.</summary>
    public string StepKey => Phase == JournalPhase.Rollback
        ? $"{Run.Folder.Id.Text}/{Step.Name}!rollback"
        : $"{Run.Folder.Id.Text}/{Step.Name}";

    public string RunId => Run.Folder.Id.Text;

    public string WorkDir
    {
        get
        {
            StateFolder.MakeDirectory(Run.Folder.Work);
            return Run.Folder.Work;
        }
    }

    public IBackend Backend
    {
        get
        {
            ThrowIfFenced();
            return Run.Options.Backend;
        }
    }

    public DateTimeOffset UtcNow => Run.Created;

    public Random Random { get; }

    private EventPlace Place => new(Step.Name, Attempt, ItemPlace.Current?.Key);

    /// <summary>From now on the body that uses this engine is given up: nothing it does counts any more.</summary>
    public void Fence() => _fenced = true;

    public void ThrowIfFenced()
    {
        if (_fenced)
        {
            throw new OperationCanceledException($"Step {Step.Name} was given up; this attempt can do nothing more.");
        }
    }

    public void Message(MessageLevel level, string template, ReadOnlySpan<object?> args)
    {
        if (_fenced)
        {
            return;
        }

        var values = args.ToArray();
        Run.Events.Write(
            EventTypes.Message,
            Place,
            json =>
            {
                json.WriteString("template", template);
                json.WriteString("text", MessageText.Format(template, values));
                json.WriteStartObject("args");
                MessageText.WriteArguments(json, template, values);
                json.WriteEndObject();
            },
            level.ToText());
    }

    public void Progress(ProgressCategory category, double current, double total)
    {
        if (!_fenced)
        {
            _progress.Report(category.Name, current, total);
        }
    }

    public void ItemsFinished(long done, long? total)
    {
        if (!_fenced)
        {
            _progress.Report(null, done, total);
        }
    }

    public void Metric(string category, ReadOnlySpan<(string Name, double Value)> values)
    {
        if (!_fenced)
        {
            MetricEvent.Write(Run.Events, Place, category, values.ToArray());
        }
    }

    public async Task<DurableList<TResult>> ForEachAsync<T, TResult>(
        IEnumerable<T> items, Func<T, string> key, Func<T, CancellationToken, Task<TResult>> body, ForEachOptions options, CancellationToken ct)
    {
        ThrowIfFenced();
        OpenOnce(options.Name);
        var codec = LoopCodecs.Get<TResult>();
        var setting = new LoopSetting(this, options, CountOf(items));
        var row = Run.Journal.OpenLoop(Position, Phase, options.Name);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop, ct);
        var loop = new DurableLoop<T, TResult>(setting, row, codec, body, stop.Token);
        row = await loop.RunAsync(items, key);
        return new DurableList<TResult>(new JournaledRows<TResult>(Reading, row, codec, isComplete: true));
    }

    public Task<T> EffectAsync<T>(EffectCall<T> call, CancellationToken ct)
    {
        ThrowIfFenced();
        return _effects.CallAsync(call, ct.CanBeCanceled ? ct : Stop);
    }

    public Task<ProcessResult> RunProcessAsync(string program, IReadOnlyList<string> arguments, ProcessOptions options, CancellationToken ct)
    {
        ThrowIfFenced();
        return Run.Children.RunAsync(ProgramCall.Of(program, arguments, options, WorkDir), new ChildOwner(Position, Attempt, Place), Stop, ct);
    }

    public Stream CreateDurableFile(string name)
    {
        ThrowIfFenced();
        return DurableFile.Create(Path.GetDirectoryName(WorkDir)!, Path.Combine(WorkDir, name));
    }

    public Task SaveCheckpointAsync(long number, Func<Stream, Task> write, CancellationToken ct)
    {
        ThrowIfFenced();
        return _checkpoints.SaveAsync(number, write, ct);
    }

    public Checkpoint? LoadCheckpoint()
    {
        ThrowIfFenced();
        return _checkpoints.Load();
    }

    private void OpenOnce(string name)
    {
        if (ItemPlace.Current is not null)
        {
            throw new RunException("A loop inside the body of a loop item cannot be resumed. Flatten the items, or make it a step of its own.");
        }

        lock (_loops)
        {
            if (!_loops.Add(name))
            {
                throw new RunException(
                    $"Step {Step.Name} runs two loops named '{name}'. Give each a name of its own: ForEachAsync(…, name: \"…\").");
            }
        }
    }

    private static long? CountOf<T>(IEnumerable<T> items) =>
        items is IReadOnlyCollection<T> collection ? collection.Count
        : items.TryGetNonEnumeratedCount(out var count) ? count
        : null;
}
