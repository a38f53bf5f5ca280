using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running.Loops;

/// <summary>What a loop is part of.</summary>
internal sealed class LoopSetting(StepEngine engine, ForEachOptions options, long? total)
{
    private long _finished;
    private long _failed;

    public RunJournal Journal => engine.Run.Journal;

    public JournalPhase Phase => engine.Phase;

    public ForEachOptions Options => options;

    public string Name => options.Name;

    /// <summary>Items that failed in this attempt.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>How many items there are, where the input knows.</summary>
    public long? Total { get; private set; } = total;

    /// <summary>The loop takes no more than this, whatever its input has; null for all of it.</summary>
    public void Expect(long? atMost) => Total = atMost is null ? Total : Math.Min(Total ?? long.MaxValue, atMost.Value);

    public int Attempt => engine.Attempt;

    public int Parallelism { get; } = Math.Max(1, options.Parallelism);

    public void ThrowIfFenced() => engine.ThrowIfFenced();

    public void Danger(string text, params ReadOnlySpan<object?> args) => engine.Message(MessageLevel.Danger, text, args);

    public void Warn(string text, params ReadOnlySpan<object?> args) => engine.Message(MessageLevel.Warning, text, args);

    public LoopProgress ItemFinished()
    {
        var finished = Interlocked.Increment(ref _finished);
        engine.ItemsFinished(finished, Total);
        return new(finished, Interlocked.Read(ref _failed), Total);
    }

    public LoopProgress ItemFailed()
    {
        var failed = Interlocked.Increment(ref _failed);
        return new(Interlocked.Read(ref _finished), failed, Total);
    }

    /// <summary>Items that an earlier attempt finished count from the start.</summary>
    public void ItemsKnown(long done) => engine.ItemsFinished(_finished = done, Total);
}
