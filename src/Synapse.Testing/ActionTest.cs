using System.Text.Json;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Testing;

/// <summary>
/// Runs an action in a unit test as it runs in a plugin: the real engine and the embedded backend, in a folder of its own.
/// </summary>
public static class ActionTest
{
    /// <summary>Runs an action to its end.</summary>
    /// <typeparam name="TParams">The action's parameters.</typeparam>
    /// <typeparam name="TResult">The action's result.</typeparam>
    /// <param name="action">The generated descriptor: <c>Upload.Descriptor</c>.</param>
    /// <param name="parameters">The parameters. They are written and read back as the command line would, constraints included.</param>
    /// <param name="ct">Stops the run as Ctrl-C would.</param>
    /// <returns>What the run left behind. Dispose it to remove the folder.</returns>
    public static async Task<ActionRun<TResult>> RunAsync<TParams, TResult>(
        ActionDescriptor<TParams, TResult> action, TParams parameters, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        var folder = Directory.CreateTempSubdirectory("synapse-test-").FullName;
        var state = StateFolder.Open(Path.Combine(folder, ".synapse"));
        var backend = new LocalBackend(state);
        var messages = new MessageSink();
        var plugin = new PluginDescriptor { Code = "test", Name = "test", Version = "0.0.0", Actions = [action] };
        // A test's params are given as the journal would give them: a secret cannot be, so it stays a reference.
        var options = new RunOptions { State = state, Backend = backend, Sinks = [messages] };
        var outcome = await RunSession.StartAsync(plugin, action, Write(action, parameters), options, ct);
        return new(folder, backend, outcome, Result(action, outcome), messages.Texts);
    }

    /// <summary>Runs an action without parameters to its end.</summary>
    /// <inheritdoc cref="RunAsync{TParams, TResult}"/>
    public static Task<ActionRun<TResult>> RunAsync<TResult>(ActionDescriptor<NoParams, TResult> action, CancellationToken ct = default) =>
        RunAsync(action, new NoParams(), ct);

    private static byte[] Write<TParams, TResult>(ActionDescriptor<TParams, TResult> action, TParams parameters)
    {
        if (action.Params is null)
        {
            return "{}"u8.ToArray();
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            action.Params.Write(json, parameters);
        }

        return stream.ToArray();
    }

    private static TResult? Result<TParams, TResult>(ActionDescriptor<TParams, TResult> action, RunOutcome outcome)
    {
        if (action.Result is null || outcome.Result is null)
        {
            return default;
        }

        var reader = new Utf8JsonReader(outcome.Result);
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? default : action.Result.Read(ref reader);
    }
}
