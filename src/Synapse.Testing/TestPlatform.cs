using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Testing;

/// <summary>
/// An embedded backend in a folder of its own, for tests that prepare it or run several actions on it: an upload, then a
/// training on the dataset that it made.
/// </summary>
public sealed class TestPlatform : IDisposable
{
    private readonly StateFolder _state;
    private readonly LocalBackend _backend;
    private bool _disposed;

    /// <summary>Makes an empty one.</summary>
    public TestPlatform()
    {
        Folder = Directory.CreateTempSubdirectory("synapse-test-").FullName;
        _state = StateFolder.Open(Path.Combine(Folder, StateFolder.FolderName));
        _backend = new LocalBackend(_state);
    }

    /// <summary>The test's own folder.</summary>
    public string Folder { get; }

    /// <summary>The backend that runs work on.</summary>
    public IBackend Backend => _backend;

    /// <inheritdoc cref="ActionTest.RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, CancellationToken)"/>
    /// <returns>What the run left behind. It lasts as long as the platform.</returns>
    public Task<ActionRun<TResult>> RunAsync<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, TParams parameters, CancellationToken ct = default) =>
        RunAsync(action, parameters, outcome => Results.Value(action, outcome), null, ct);

    /// <inheritdoc cref="ActionTest.RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, Action{BackendFaults}, CancellationToken)"/>
    /// <returns>What the run left behind. It lasts as long as the platform.</returns>
    public Task<ActionRun<TResult>> RunAsync<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, TParams parameters, Action<BackendFaults> with, CancellationToken ct = default) =>
        RunAsync(action, parameters, outcome => Results.Value(action, outcome), with, ct);

    /// <inheritdoc cref="ActionTest.RunAsync{TParams, TRow}(ActionDescriptor{TParams, DurableList{TRow}}, TParams, CancellationToken)"/>
    /// <returns>What the run left behind. It lasts as long as the platform.</returns>
    public Task<ActionRun<DurableList<TRow>>> RunAsync<TParams, TRow>(
        ActionDescriptor<TParams, DurableList<TRow>> action, TParams parameters, CancellationToken ct = default) =>
        RunAsync(action, parameters, outcome => Results.Rows<TRow>(action, _state, outcome), null, ct);

    /// <inheritdoc cref="ActionTest.RunAsync{TParams, TRow}(ActionDescriptor{TParams, DurableList{TRow}}, TParams, Action{BackendFaults}, CancellationToken)"/>
    /// <returns>What the run left behind. It lasts as long as the platform.</returns>
    public Task<ActionRun<DurableList<TRow>>> RunAsync<TParams, TRow>(
        ActionDescriptor<TParams, DurableList<TRow>> action, TParams parameters, Action<BackendFaults> with, CancellationToken ct = default) =>
        RunAsync(action, parameters, outcome => Results.Rows<TRow>(action, _state, outcome), with, ct);

    /// <inheritdoc cref="ActionTest.RunAsync{TResult}(ActionDescriptor{NoParams, TResult}, CancellationToken)"/>
    /// <returns>What the run left behind. It lasts as long as the platform.</returns>
    public Task<ActionRun<TResult>> RunAsync<TResult>(ActionDescriptor<NoParams, TResult> action, CancellationToken ct = default) =>
        RunAsync(action, new NoParams(), ct);

    /// <inheritdoc cref="ActionTest.RunAsync{TRow}(ActionDescriptor{NoParams, DurableList{TRow}}, CancellationToken)"/>
    /// <returns>What the run left behind. It lasts as long as the platform.</returns>
    public Task<ActionRun<DurableList<TRow>>> RunAsync<TRow>(
        ActionDescriptor<NoParams, DurableList<TRow>> action, CancellationToken ct = default) =>
        RunAsync(action, new NoParams(), ct);

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _backend.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task<ActionRun<TResult>> RunAsync<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, TParams parameters, Func<RunOutcome, TResult?> result, Action<BackendFaults>? with, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(parameters);
        ObjectDisposedException.ThrowIf(_disposed, this);
        var faults = new BackendFaults();
        with?.Invoke(faults);
        var gate = new CallGate(faults.All);
        var messages = new MessageSink();
        var given = GivenParams.Of(action, parameters);
        var plugin = new PluginDescriptor { Code = "test", Name = "test", Version = "0.0.0", Actions = [given.Action] };
        var options = new RunOptions { State = _state, Backend = new ObservedBackend(_backend, gate), Sinks = [messages], ParamsFrom = given.From };
        var outcome = await RunSession.StartAsync(plugin, given.Action, given.Json, options, ct);
        return new(this, outcome, result(outcome), messages.Texts, gate.Made);
    }
}
