namespace Synapse.Testing.Tests.Plugin;

[Params]
public sealed partial record ShellParams
{
    public required string Script { get; init; }
}

[ExportAction]
public sealed partial class Shell
{
    public async Task<string> ExecuteAsync(ShellParams p, ExportContext run, CancellationToken ct) =>
        (await run.RunProcessAsync("sh", ["-c", p.Script], ct)).StandardOutput;
}
