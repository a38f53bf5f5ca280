namespace Synapse.Testing.Tests.Plugin;

[Params]
public sealed partial record RowsParams
{
    public required int Count { get; init; }

    public int FailsAt { get; init; } = -1;
}

public sealed record Row(int Number, string Text);

[ExportAction]
public sealed partial class Yield
{
    public async IAsyncEnumerable<Row> ExecuteAsync(RowsParams p)
    {
        for (var i = 0; i < p.Count; i++)
        {
            await Task.Yield();
            yield return i == p.FailsAt ? throw new InvalidDataException($"row {i} is broken") : new(i, $"row {i}");
        }
    }
}

[ExportAction]
public sealed partial class Loop
{
    public Task<DurableList<Row>> ExecuteAsync(RowsParams p, ExportContext run, CancellationToken ct) =>
        run.ForEachAsync(Enumerable.Range(0, p.Count), i => $"{i}", (i, _) => Task.FromResult(new Row(i, "")), ct: ct);
}

[ExportAction]
public sealed partial class Words
{
    public DurableList<string> Execute() => new(["a", "b"]);
}
