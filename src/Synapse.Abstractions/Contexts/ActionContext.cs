using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Synapse.Backends;
using Synapse.Wiring;

namespace Synapse;

/// <summary>What every action can do while it runs.</summary>
public abstract class ActionContext
{
    private RunLogger? _logger;

    private protected ActionContext(IRunEngine engine)
    {
        Engine = engine;
        Log = new RunLog(engine);
    }

    /// <summary>The run's id.</summary>
    public string RunId => Engine.RunId;

    /// <summary>Messages to the user of the run.</summary>
    public RunLog Log { get; }

    /// <summary>The same log for libraries that want an <see cref="ILogger"/>.</summary>
    public ILogger Logger => _logger ??= new RunLogger(Log);

    /// <summary>The platform, or the embedded backend.</summary>
    public IBackend Backend => Engine.Backend;

    /// <summary>A folder of the run's own. It survives a crash and a resume.</summary>
    public string WorkDir => Engine.WorkDir;

    /// <summary>When the run started; the same after a resume, so it can go into names and identities.</summary>
    public DateTimeOffset UtcNow => Engine.UtcNow;

    /// <summary>Random numbers that are the same after a resume. Not for secrets.</summary>
    public Random Random => Engine.Random;

    /// <summary>The engine behind the context.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal IRunEngine Engine { get; }

    /// <summary>Reports how far the step is.</summary>
    /// <param name="category">One of the action's generated constants: <c>Progress.Train</c>.</param>
    /// <param name="current">Done so far, 0 to <paramref name="total"/>.</param>
    /// <param name="total">All there is to do, greater than 0.</param>
    public void Progress(ProgressCategory category, double current, double total) => Engine.Progress(category, current, total);

    /// <summary>Reports metrics: <c>run.LogMetric("train", ("loss", loss), ("accuracy", accuracy))</c>.</summary>
    /// <param name="category">What they are of: <c>train</c>, <c>validation</c>, <c>test</c>.</param>
    /// <param name="values">Names and values. A value that is not finite is recorded as such.</param>
    public void LogMetric(string category, params ReadOnlySpan<(string Name, double Value)> values) => Engine.Metric(category, values);

    /// <summary>
    /// Runs <paramref name="body"/> for each item and journals each result. After a crash, items whose result is journaled
    /// do not run again; those that were in flight run first, under the same key.
    /// </summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <typeparam name="TResult">What the body returns: a type that a step returns, or a <c>[Journaled]</c> one.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="key">Names an item; unique within the loop, at most 1 KiB.</param>
    /// <param name="body">Does the work for one item.</param>
    /// <param name="parallelism">How many items run at once.</param>
    /// <param name="name">Tells two loops of one step apart.</param>
    /// <param name="ct">Stops the loop; finished items stay finished.</param>
    /// <returns>The results, in the order in which items were started.</returns>
    public Task<DurableList<TResult>> ForEachAsync<T, TResult>(
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, CancellationToken, Task<TResult>> body,
        int parallelism = 1,
        string name = "",
        CancellationToken ct = default) =>
        Engine.ForEachAsync(items, key, body, new ForEachOptions { Parallelism = parallelism, Name = name }, ct);

    /// <inheritdoc cref="ForEachAsync{T, TResult}(IEnumerable{T}, Func{T, string}, Func{T, CancellationToken, Task{TResult}}, int, string, CancellationToken)"/>
    /// <param name="items">The items.</param>
    /// <param name="key">Names an item; unique within the loop, at most 1 KiB.</param>
    /// <param name="body">Does the work for one item.</param>
    /// <param name="options">Parallelism, retries, what failures are allowed.</param>
    /// <param name="ct">Stops the loop; finished items stay finished.</param>
    public Task<DurableList<TResult>> ForEachAsync<T, TResult>(
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, CancellationToken, Task<TResult>> body,
        ForEachOptions options,
        CancellationToken ct = default) =>
        Engine.ForEachAsync(items, key, body, options, ct);

    /// <summary>Runs <paramref name="body"/> for each item and journals that it finished. After a crash, finished items do not run again.</summary>
    /// <inheritdoc cref="ForEachAsync{T, TResult}(IEnumerable{T}, Func{T, string}, Func{T, CancellationToken, Task{TResult}}, int, string, CancellationToken)"/>
    public Task ForEachAsync<T>(
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, CancellationToken, Task> body,
        int parallelism = 1,
        string name = "",
        CancellationToken ct = default) =>
        ForEachAsync(items, key, body, new ForEachOptions { Parallelism = parallelism, Name = name }, ct);

    /// <inheritdoc cref="ForEachAsync{T}(IEnumerable{T}, Func{T, string}, Func{T, CancellationToken, Task}, int, string, CancellationToken)"/>
    /// <param name="items">The items.</param>
    /// <param name="key">Names an item; unique within the loop, at most 1 KiB.</param>
    /// <param name="body">Does the work for one item.</param>
    /// <param name="options">Parallelism, retries, what failures are allowed.</param>
    /// <param name="ct">Stops the loop; finished items stay finished.</param>
    /// <returns>The items that failed, as far as the options let them.</returns>
    public async Task<IReadOnlyList<ItemFailure>> ForEachAsync<T>(
        IEnumerable<T> items,
        Func<T, string> key,
        Func<T, CancellationToken, Task> body,
        ForEachOptions options,
        CancellationToken ct = default) =>
        (await Engine.ForEachAsync(
            items,
            key,
            async (item, token) =>
            {
                await body(item, token);
                return default(NoResult);
            },
            options,
            ct)).Failures;

    /// <summary>
    /// Runs a program to its end: <c>await run.RunProcessAsync("yolo", ["train", $"epochs={p.Epochs}"], ct)</c>. Its output goes
    /// line by line into the run's log. It ends with the run: when the run is stopped, when <paramref name="ct"/> is cancelled,
    /// and when the plugin is killed.
    /// </summary>
    /// <param name="program">A name looked up in <c>PATH</c>, or a path; relative to the folder the program runs in.</param>
    /// <param name="arguments">Its arguments, each as it is: no shell sees them, so nothing needs quotes.</param>
    /// <param name="ct">Asks the program to end (SIGTERM), and kills it after a grace period.</param>
    /// <exception cref="ProcessException">The program is missing, could not be started, or ended with an exit code other than 0.</exception>
    public Task<ProcessResult> RunProcessAsync(string program, IEnumerable<string> arguments, CancellationToken ct = default) =>
        RunProcessAsync(program, arguments, new ProcessOptions(), ct);

    /// <param name="program">A name looked up in <c>PATH</c>, or a path; relative to the folder the program runs in.</param>
    /// <param name="arguments">Its arguments, each as it is: no shell sees them, so nothing needs quotes.</param>
    /// <param name="options">Folder, environment, input, which exit codes are fine, who gets the output.</param>
    /// <param name="ct">Asks the program to end (SIGTERM), and kills it after <see cref="ProcessOptions.GracePeriod"/>.</param>
    /// <exception cref="ProcessException">The program is missing, could not be started, or ended with an exit code that is a failure.</exception>
    /// <inheritdoc cref="RunProcessAsync(string, IEnumerable{string}, CancellationToken)"/>
    public Task<ProcessResult> RunProcessAsync(
        string program, IEnumerable<string> arguments, ProcessOptions options, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(program);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(options);
        return Engine.RunProcessAsync(program, [.. arguments], options, ct);
    }

    /// <summary>
    /// Makes a file in <see cref="WorkDir"/>. Once it is disposed, a power loss takes neither it nor its name away. When the disk
    /// is full the run stops, to be resumed, instead of failing.
    /// </summary>
    /// <param name="name">The file's path in <see cref="WorkDir"/>. What is there under that name is replaced.</param>
    /// <returns>The file, to be written from front to back.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> leads out of the folder.</exception>
    public Stream CreateDurableFile(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Engine.CreateDurableFile(name);
    }

    /// <summary>
    /// Durably replaces the step's checkpoint: after a crash, <see cref="LoadCheckpoint"/> returns it.
    /// </summary>
    /// <param name="number">Which one it is, for instance the epoch; greater than the last.</param>
    /// <param name="write">Writes the checkpoint's content.</param>
    /// <param name="ct">Gives up before the checkpoint is replaced.</param>
    public Task SaveCheckpointAsync(long number, Func<Stream, Task> write, CancellationToken ct = default) =>
        Engine.SaveCheckpointAsync(number, write, ct);

    /// <summary>The newest checkpoint that this step saved, in this process or one before it; null when there is none.</summary>
    public Checkpoint? LoadCheckpoint() => Engine.LoadCheckpoint();
}
