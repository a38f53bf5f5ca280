namespace Synapse;

/// <summary>How a program ended that was run with <see cref="ActionContext.RunProcessAsync(string, IEnumerable{string}, CancellationToken)"/>.</summary>
public sealed class ProcessResult
{
    /// <summary>The program's exit code; 128 + the signal's number if a signal ended it.</summary>
    public required int ExitCode { get; init; }

    /// <summary>From the program's start to its end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The last lines of standard output, at most 256 Ki characters. The run's log has all of them.</summary>
    public required string StandardOutput { get; init; }

    /// <summary>The last lines of standard error, at most 256 Ki characters. The run's log has all of them.</summary>
    public required string StandardError { get; init; }

    /// <summary>Whether something is missing in <see cref="StandardOutput"/> or <see cref="StandardError"/>: earlier lines, or the rest of a line over 64 KiB.</summary>
    public required bool IsTruncated { get; init; }
}
