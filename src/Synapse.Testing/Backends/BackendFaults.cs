using Synapse.Backends;

namespace Synapse.Testing;

/// <summary>
/// What goes wrong with the backend in a test. <c>calls</c> says with which calls, <c>about</c> narrows them to those whose
/// name, id or key contains a text; a fault that names neither meets every call. Several faults go together: each counts the
/// calls that it is about for itself, repeats included, and the first that strikes wins. Only the run meets them; the
/// <c>Backend</c> of the test works.
/// </summary>
public sealed class BackendFaults
{
    private static readonly BackendCalls Names = new();

    private readonly List<Fault> _faults = [];

    internal BackendFaults()
    {
    }

    internal IReadOnlyList<Fault> All => _faults;

    /// <summary>The first call fails before the backend sees it.</summary>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    /// <param name="error">What is thrown; null for a <see cref="BackendException"/>.</param>
    public BackendFaults FailOnce(Func<BackendCalls, string>? calls = null, string? about = null, Exception? error = null) =>
        FailFirst(1, calls, about, error);

    /// <summary>The first <paramref name="count"/> calls fail before the backend sees them; later ones work.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    /// <param name="error">What is thrown; null for a <see cref="BackendException"/>.</param>
    public BackendFaults FailFirst(int count, Func<BackendCalls, string>? calls = null, string? about = null, Exception? error = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Add(FaultKind.Fail, number => number <= count, calls, about, error);
    }

    /// <summary>Each <paramref name="number"/>th call fails before the backend sees it: with 3 the third, the sixth and so on.</summary>
    /// <param name="number">From 1, which fails all.</param>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    /// <param name="error">What is thrown; null for a <see cref="BackendException"/>.</param>
    public BackendFaults FailEvery(int number, Func<BackendCalls, string>? calls = null, string? about = null, Exception? error = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return Add(FaultKind.Fail, count => count % number == 0, calls, about, error);
    }

    /// <summary>Every call fails before the backend sees it.</summary>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    /// <param name="error">What is thrown; null for a <see cref="BackendException"/>.</param>
    public BackendFaults FailAlways(Func<BackendCalls, string>? calls = null, string? about = null, Exception? error = null) =>
        FailEvery(1, calls, about, error);

    /// <summary>The backend does what the first call asks, and the caller gets an error: the answer is lost.</summary>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    /// <param name="error">What is thrown; null for a <see cref="BackendException"/>.</param>
    public BackendFaults LoseAnswerOnce(Func<BackendCalls, string>? calls = null, string? about = null, Exception? error = null) =>
        Add(FaultKind.LoseAnswer, static count => count == 1, calls, about, error);

    /// <summary>The backend does what each <paramref name="number"/>th call asks, and the caller gets an error: the answer is lost.</summary>
    /// <param name="number">From 1, which loses all answers.</param>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    /// <param name="error">What is thrown; null for a <see cref="BackendException"/>.</param>
    public BackendFaults LoseAnswerEvery(int number, Func<BackendCalls, string>? calls = null, string? about = null, Exception? error = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return Add(FaultKind.LoseAnswer, count => count % number == 0, calls, about, error);
    }

    /// <summary>Every call waits before it is made.</summary>
    /// <param name="time">How long.</param>
    /// <param name="calls">Which calls: <c>c => c.UploadFile</c>; null for all.</param>
    /// <param name="about">Only those whose name, id or key contains this text; null for all.</param>
    public BackendFaults Delay(TimeSpan time, Func<BackendCalls, string>? calls = null, string? about = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return Add(FaultKind.Delay, static _ => true, calls, about, null, time);
    }

    private BackendFaults Add(
        FaultKind kind, Func<long, bool> strikes, Func<BackendCalls, string>? calls, string? about, Exception? error, TimeSpan delay = default)
    {
        _faults.Add(new Fault(kind, strikes, calls?.Invoke(Names), about, error, delay));
        return this;
    }
}
