using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Running;

namespace Synapse.Testing;

/// <summary>What the run of an action left behind.</summary>
/// <typeparam name="TResult">The action's result.</typeparam>
public sealed class ActionRun<TResult> : IDisposable
{
    private readonly LocalBackend _backend;

    internal ActionRun(string folder, LocalBackend backend, RunOutcome outcome, TResult? result, IReadOnlyList<string> messages)
    {
        Folder = folder;
        _backend = backend;
        Result = result;
        Messages = messages;
        ExitCode = (int)outcome.ExitCode;
        Error = outcome.Error is { } error ? $"{error.Type}: {error.Message}" : outcome.Message;
        ParamErrors = outcome.ParamErrors;
    }

    /// <summary>Whether the run completed.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>What the process would have ended with: 0 done, 1 failed, 2 bad params, 3 rollback incomplete.</summary>
    public int ExitCode { get; }

    /// <summary>What failed, or null.</summary>
    public string? Error { get; }

    /// <summary>All that was wrong with the parameters.</summary>
    public IReadOnlyList<ParamError> ParamErrors { get; }

    /// <summary>The action's result; default when the run failed or returns rows.</summary>
    public TResult? Result { get; }

    /// <summary>The texts of all messages to the user, in order.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>The backend that the run worked on.</summary>
    public IBackend Backend => _backend;

    /// <summary>The test's own folder.</summary>
    public string Folder { get; }

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        _backend.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
