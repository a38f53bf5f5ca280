using Synapse.Wiring;

namespace Synapse.Testing;

/// <summary>
/// Runs an action in a unit test as it runs in a plugin: the real engine and the embedded backend, in a folder of its own.
/// Several actions that work on one backend run on a <see cref="TestPlatform"/>.
/// </summary>
public static class ActionTest
{
    /// <summary>Runs an action to its end.</summary>
    /// <typeparam name="TParams">The action's parameters.</typeparam>
    /// <typeparam name="TResult">The action's result.</typeparam>
    /// <param name="action">The generated descriptor: <c>Upload.Descriptor</c>.</param>
    /// <param name="parameters">
    /// The parameters. They are written and read back as the journal does it, constraints included. Parameters with a plain
    /// <see cref="Secret"/>, which is never written, are checked the same way and then handed on as they are.
    /// </param>
    /// <param name="ct">Stops the run as Ctrl-C would.</param>
    /// <returns>What the run left behind. Dispose it to remove the folder.</returns>
    public static Task<ActionRun<TResult>> RunAsync<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, TParams parameters, CancellationToken ct = default) =>
        AloneAsync(platform => platform.RunAsync(action, parameters, ct));

    /// <summary>Runs an action to its end on a backend with faults.</summary>
    /// <param name="action">The generated descriptor: <c>Upload.Descriptor</c>.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="with">What goes wrong: <c>with => with.FailEvery(3, calls: c => c.UploadFile)</c>.</param>
    /// <param name="ct">Stops the run as Ctrl-C would.</param>
    /// <inheritdoc cref="RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, CancellationToken)"/>
    public static Task<ActionRun<TResult>> RunAsync<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, TParams parameters, Action<BackendFaults> with, CancellationToken ct = default) =>
        AloneAsync(platform => platform.RunAsync(action, parameters, with, ct));

    /// <summary>Runs an action that returns rows to its end.</summary>
    /// <typeparam name="TParams">The action's parameters.</typeparam>
    /// <typeparam name="TRow">A row of the action's result.</typeparam>
    /// <inheritdoc cref="RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, CancellationToken)"/>
    public static Task<ActionRun<DurableList<TRow>>> RunAsync<TParams, TRow>(
        ActionDescriptor<TParams, DurableList<TRow>> action, TParams parameters, CancellationToken ct = default) =>
        AloneAsync(platform => platform.RunAsync(action, parameters, ct));

    /// <summary>Runs an action that returns rows to its end on a backend with faults.</summary>
    /// <typeparam name="TParams">The action's parameters.</typeparam>
    /// <typeparam name="TRow">A row of the action's result.</typeparam>
    /// <inheritdoc cref="RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, Action{BackendFaults}, CancellationToken)"/>
    public static Task<ActionRun<DurableList<TRow>>> RunAsync<TParams, TRow>(
        ActionDescriptor<TParams, DurableList<TRow>> action, TParams parameters, Action<BackendFaults> with, CancellationToken ct = default) =>
        AloneAsync(platform => platform.RunAsync(action, parameters, with, ct));

    /// <summary>Runs an action without parameters to its end.</summary>
    /// <typeparam name="TResult">The action's result.</typeparam>
    /// <inheritdoc cref="RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, CancellationToken)"/>
    public static Task<ActionRun<TResult>> RunAsync<TResult>(ActionDescriptor<NoParams, TResult> action, CancellationToken ct = default) =>
        RunAsync(action, new NoParams(), ct);

    /// <summary>Runs an action that has no parameters and returns rows to its end.</summary>
    /// <typeparam name="TRow">A row of the action's result.</typeparam>
    /// <inheritdoc cref="RunAsync{TParams, TResult}(ActionDescriptor{TParams, TResult}, TParams, CancellationToken)"/>
    public static Task<ActionRun<DurableList<TRow>>> RunAsync<TRow>(
        ActionDescriptor<NoParams, DurableList<TRow>> action, CancellationToken ct = default) =>
        RunAsync(action, new NoParams(), ct);

    private static async Task<ActionRun<TResult>> AloneAsync<TResult>(Func<TestPlatform, Task<ActionRun<TResult>>> run)
    {
#pragma warning disable CA2000 // The run that is returned takes it over.
        var platform = new TestPlatform();
#pragma warning restore CA2000
        try
        {
            return (await run(platform)).Owning();
        }
        catch
        {
            platform.Dispose();
            throw;
        }
    }
}
