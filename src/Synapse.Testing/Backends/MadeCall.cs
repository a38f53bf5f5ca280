namespace Synapse.Testing;

/// <summary>A call that a run made to its backend.</summary>
public sealed class MadeCall
{
    internal MadeCall(CallSubject call, bool isDone, Exception? failure)
    {
        (Name, About, Key) = (call.Name, call.About, call.Key);
        IsDone = isDone;
        Failure = failure;
    }

    /// <summary>Which call; one of <see cref="BackendCalls"/>.</summary>
    public string Name { get; }

    /// <summary>What it was about: the name of what was to be created, or an id, or how many; empty for all there is.</summary>
    public string About { get; }

    /// <summary>The idempotency key of a creating call; null for others.</summary>
    public string? Key { get; }

    /// <summary>Whether the backend did it. True also when only the answer was lost.</summary>
    public bool IsDone { get; }

    /// <summary>What the caller got instead of an answer; null if it got one.</summary>
    public Exception? Failure { get; }
}
