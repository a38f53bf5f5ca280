namespace Mistakes;

[ExportAction]
public sealed partial class TwoLoops
{
    public async Task ExecuteAsync(ExportContext run, CancellationToken ct)
    {
        await run.ForEachAsync(["a.png"], file => file, (file, _) => Task.CompletedTask, ct: ct);
        await run.ForEachAsync(["a.txt"], file => file, (file, _) => Task.CompletedTask, ct: ct); // SYN2017
    }
}
