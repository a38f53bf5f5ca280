using System.ComponentModel;
using Synapse.Backends;

namespace Synapse.Wiring;

/// <summary>What a run offers to the contexts. Implemented by the runtime; authors use the contexts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRunEngine
{
    /// <summary>The run's id: a UUIDv7.</summary>
    string RunId { get; }

    /// <summary>The run's own folder for files; it survives a resume.</summary>
    string WorkDir { get; }

    /// <summary>The platform or its embedded stand-in.</summary>
    IBackend Backend { get; }

    /// <summary>Start of the run; the same after a resume.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Seeded by run and step; the same after a resume.</summary>
    Random Random { get; }

    /// <summary>Writes a message to the run's log.</summary>
    void Message(MessageLevel level, string template, ReadOnlySpan<object?> args);

    /// <summary>Reports progress of the current step.</summary>
    void Progress(ProgressCategory category, double current, double total);

    /// <summary>Reports metrics.</summary>
    void Metric(string category, ReadOnlySpan<(string Name, double Value)> values);

    /// <summary>Runs a body for each item, journals each result, and never repeats a finished item.</summary>
    Task<DurableList<TResult>> ForEachAsync<T, TResult>(
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, CancellationToken, Task<TResult>> body,
        ForEachOptions options,
        CancellationToken ct);

    /// <summary>
    /// Makes one creating call on a backend under a key that is the same for every repeat. Outside a loop it is journaled
    /// before and after the call; inside a loop item the item's own row is the record.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<T> EffectAsync<T>(EffectCall<T> call, CancellationToken ct);

    /// <summary>Runs a program that ends with the run, in whatever way the run ends.</summary>
    /// <param name="program">A name looked up in PATH, or a path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="ct">Ends the program.</param>
    Task<ProcessResult> RunProcessAsync(string program, IReadOnlyList<string> arguments, ProcessOptions options, CancellationToken ct);

    /// <summary>Makes a file in <see cref="WorkDir"/> that is durable once it is disposed.</summary>
    Stream CreateDurableFile(string name);

    /// <summary>Durably replaces the run's checkpoint.</summary>
    Task SaveCheckpointAsync(long number, Func<Stream, Task> write, CancellationToken ct);

    /// <summary>The newest checkpoint of this step, or null.</summary>
    Checkpoint? LoadCheckpoint();
}
