using Synapse.Backends;
using Synapse.Runtime.Running;

namespace Synapse.Testing;

/// <summary>What the run of an action left behind.</summary>
/// <typeparam name="TResult">The action's result.</typeparam>
public sealed class ActionRun<TResult> : IDisposable
{
    private readonly TestPlatform _platform;
    private bool _ownsPlatform;

    internal ActionRun(TestPlatform platform, RunOutcome outcome, TResult? result, IReadOnlyList<string> messages, IReadOnlyList<MadeCall> calls)
    {
        _platform = platform;
        Result = result;
        Messages = messages;
        Calls = calls;
        ExitCode = (int)outcome.ExitCode;
        Error = ErrorOf(outcome);
        ParamErrors = outcome.ParamErrors;
    }

    /// <summary>Whether the run completed.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>What the process would have ended with: 0 done, 1 failed, 2 bad params, 3 rollback incomplete, 130 stopped.</summary>
    public int ExitCode { get; }

    /// <summary>What failed, with all that is wrong with the parameters and all that could not be rolled back; null when the run completed.</summary>
    public string? Error { get; }

    /// <summary>All that was wrong with the parameters.</summary>
    public IReadOnlyList<ParamError> ParamErrors { get; }

    /// <summary>The action's result; default when the run did not complete.</summary>
    public TResult? Result { get; }

    /// <summary>The texts of all messages to the user, in order.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>All calls that the run made to the backend, in the order in which they ended, those that failed included.</summary>
    public IReadOnlyList<MadeCall> Calls { get; }

    /// <summary>The backend that the run worked on, without the faults that the run met.</summary>
    public IBackend Backend => _platform.Backend;

    /// <summary>The test's own folder.</summary>
    public string Folder => _platform.Folder;

    /// <summary>Removes the folder, unless the run was on a <see cref="TestPlatform"/>, which does that itself.</summary>
    public void Dispose()
    {
        if (_ownsPlatform)
        {
            _platform.Dispose();
        }
    }

    /// <summary>Makes the platform end with the run.</summary>
    internal ActionRun<TResult> Owning()
    {
        _ownsPlatform = true;
        return this;
    }

    private static string? ErrorOf(RunOutcome outcome)
    {
        if (outcome.ExitCode == Runtime.Running.ExitCode.Done)
        {
            return null;
        }

        var what = outcome.Error is { } error ? $"{error.Type}: {error.Message}" : outcome.Message ?? "The run was stopped.";
        var parts = outcome.ParamErrors.Select(wrong => wrong.ToString())
            .Concat(outcome.Leftovers.Select(left => $"{left.Step} is not rolled back: {left.Reason}"));
        return string.Join('\n', parts.Prepend(what));
    }
}
