using Synapse.Backends;

namespace Synapse.Testing;

internal enum FaultKind
{
    Fail,
    LoseAnswer,
    Delay,
}

/// <summary>One thing that goes wrong.</summary>
/// <param name="kind">What it does.</param>
/// <param name="strikes">Whether it does so at the call of a number; the calls that it is about are counted from 1.</param>
/// <param name="name">The call that it is about, or null.</param>
/// <param name="about">What stands in the name, id or key of the calls that it is about, or null.</param>
/// <param name="error">What is thrown, or null.</param>
/// <param name="delay">How long a delay is.</param>
internal sealed class Fault(FaultKind kind, Func<long, bool> strikes, string? name, string? about, Exception? error, TimeSpan delay)
{
    private long _count;

    public FaultKind Kind => kind;

    public TimeSpan Time => delay;

    /// <summary>Counts the call if the fault is about it.</summary>
    public bool Strikes(CallSubject call) =>
        (name is null || name == call.Name)
        && (about is null || call.About.Contains(about, StringComparison.Ordinal) || call.Key?.Contains(about, StringComparison.Ordinal) == true)
        && strikes(Interlocked.Increment(ref _count));

    public Exception Error(CallSubject call) => error ?? new BackendException(kind == FaultKind.LoseAnswer
        ? $"{call.Name} of '{call.About}': the answer was lost, as the test asked for."
        : $"{call.Name} of '{call.About}' failed, as the test asked for.");
}

/// <summary>What a call is about.</summary>
/// <param name="Name">One of <see cref="BackendCalls"/>.</param>
/// <param name="About">The name of what is to be created, an id, or how many.</param>
/// <param name="Key">The idempotency key, or null.</param>
internal sealed record CallSubject(string Name, string About, string? Key = null);
