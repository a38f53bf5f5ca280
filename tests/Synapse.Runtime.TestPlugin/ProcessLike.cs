using Synapse.Wiring;

namespace Synapse.Runtime.TestPlugin;

/// <summary>The action whose one step is a shell script.</summary>
internal static class ProcessLike
{
    public static ActionDescriptor Create(string script) => Plan.Action(
        "process",
        OnFailure.Keep,
        Plan.Step("script", async scope =>
        {
            var options = new ProcessOptions { LogLevel = MessageLevel.Debug };
            var result = await scope.Context.RunProcessAsync("sh", ["-c", script], options, scope.CancellationToken);
            scope.Write(result.ExitCode, Codecs.Int);
        }));
}
