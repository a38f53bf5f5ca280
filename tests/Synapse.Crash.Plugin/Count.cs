namespace Synapse.Crash.Plugin;

/// <summary>How large a run is, and how it ends.</summary>
[Params]
public sealed partial record CountParams
{
    /// <summary>Items of the loop.</summary>
    public int Items { get; init; } = 4;

    /// <summary>Items at once.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Whether the last step fails.</summary>
    public bool Fails { get; init; }
}

/// <summary>Every kind of output: a value, rows, a loop's results, and one too large for the journal.</summary>
[PluginAction("count")]
public sealed partial class Count
{
    [Step(Rollback = nameof(UndoFirst))]
    int First(StepAttempt attempt)
    {
        Counter.Add("do", attempt);
        return 42;
    }

    void UndoFirst(int first, StepAttempt attempt) => Counter.Add("undo", attempt, detail: $"{first}");

    [Step]
    async IAsyncEnumerable<string> Rows(CountParams p, StepAttempt attempt)
    {
        Counter.Add("do", attempt);
        for (var i = 0; i < p.Items; i++)
        {
            await Task.Yield();
            yield return $"row {i}";
        }
    }

    [Step(Rollback = nameof(UndoEach), RollbackInFlight = true)]
    Task<DurableList<string>> Each(DurableList<string> rows, CountParams p, StepAttempt attempt, RunContext run, CancellationToken ct) =>
        run.ForEachAsync(
            rows,
            row => row,
            async (row, _) =>
            {
                await Task.Yield();
                Counter.Add("do", attempt, row);
                return row;
            },
            p.Parallelism,
            ct: ct);

    Task UndoEach(DurableList<string> done, CountParams p, StepAttempt attempt, RunContext run, CancellationToken ct) =>
        run.ForEachAsync(
            [.. done, .. done.InDoubt],
            row => row,
            (row, _) =>
            {
                Counter.Add("undo", attempt, row);
                return Task.CompletedTask;
            },
            p.Parallelism,
            ct: ct);

    [Step]
    string Large(StepAttempt attempt)
    {
        Counter.Add("do", attempt);
        return new string('x', 300 * 1024);
    }

    [Step]
    int Last(string large, DurableList<string> done, CountParams p, StepAttempt attempt)
    {
        Counter.Add("do", attempt);
        return p.Fails ? throw new InvalidOperationException("The last step fails, as it was told to.") : large.Length + done.Count;
    }
}
