using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;

namespace Synapse.Runtime.Tests.Support;

/// <summary>Runs programs in a step of a run in this process, by the test plugin as launcher or directly.</summary>
internal sealed class Script : IDisposable
{
    private readonly Bench _bench = new();
    private readonly ChildLauncher? _launcher;

    public Script(bool launched = true) =>
        _launcher = launched ? new(Path.Combine(AppContext.BaseDirectory, "Synapse.Runtime.TestPlugin"), []) : null;

    public Bench Bench => _bench;

    /// <summary>What the call threw, if it did.</summary>
    public Exception? Failure { get; private set; }

    public ProcessException ProcessFailure => Assert.IsType<ProcessException>(Failure);

    public Task<ProcessResult?> ShAsync(string script, ProcessOptions? options = null, CancellationToken ct = default) =>
        RunAsync("sh", ["-c", script], options, ct);

    public async Task<ProcessResult?> RunAsync(string program, string[] arguments, ProcessOptions? options = null, CancellationToken ct = default)
    {
        ProcessResult? result = null;
        await InStepAsync(async run =>
        {
            try
            {
                result = await run.RunProcessAsync(program, arguments, options ?? new(), ct);
            }
            catch (Exception e)
            {
                Failure = e;
            }
        });
        return result;
    }

    public Task<RunOutcome> InStepAsync(Func<ActionContext, Task> body, CancellationToken stop = default) => _bench.StartAsync(
        Plan.Action("script", OnFailure.Keep, Plan.Step("script", scope => body(scope.Context))),
        stop,
        _bench.Options with { Launcher = _launcher, Grace = TimeSpan.FromSeconds(5) });

    public List<RunEvent> Output() => [.. _bench.Events().Where(happened => happened.Type == EventTypes.ProcessOutput)];

    public List<string> Lines(string stream = "stdout") =>
        [.. Output().Where(line => line.Data.Text("stream") == stream).Select(line => line.Data.Text("text")!)];

    public void Dispose() => _bench.Dispose();
}
