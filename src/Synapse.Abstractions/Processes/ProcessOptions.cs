namespace Synapse;

/// <summary>How <see cref="ActionContext.RunProcessAsync(string, IEnumerable{string}, ProcessOptions, CancellationToken)"/> runs a program.</summary>
public sealed class ProcessOptions
{
    /// <summary>The folder the program runs in; relative to <see cref="ActionContext.WorkDir"/>, which is also the default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// What differs from the plugin's own environment: <c>Environment = { ["CUDA_VISIBLE_DEVICES"] = "0", ["DEBUG"] = null }</c>.
    /// A variable whose value is null is removed.
    /// </summary>
    public IDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What the program reads from standard input. Read once and not disposed. By default the input is empty.</summary>
    public Stream? Input { get; init; }

    /// <summary>
    /// Which exit codes are no failure; by default only 0. <c>code => code is 0 or 1</c> suits <c>diff</c> and <c>grep</c>.
    /// A program ended by a signal has the exit code 128 + the signal's number.
    /// </summary>
    public Func<int, bool> IsSuccessExitCode { get; init; } = static code => code == 0;

    /// <summary>Gets each line of standard output. Never called twice at once; if it throws, the program is ended and the call throws the same.</summary>
    public Action<string>? OnOutputLine { get; init; }

    /// <summary>Gets each line of standard error, under the same rules as <see cref="OnOutputLine"/>.</summary>
    public Action<string>? OnErrorLine { get; init; }

    /// <summary>Level under which the lines of both outputs go into the run's log: <see cref="MessageLevel.Debug"/> keeps them off the screen.</summary>
    public MessageLevel LogLevel { get; init; } = MessageLevel.Info;

    /// <summary>
    /// How long the program may take to end after it was asked to (SIGTERM), before it is killed; 5 seconds by default.
    /// When the run is stopped it gets less: it must have ended before the run does.
    /// </summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(5);
}
