namespace Synapse.Testing.Tests.Plugin;

[Params]
public abstract partial record SourceParams
{
    public required int Count { get; init; }
}

[StepSet]
public sealed class NumberSteps
{
    [Step]
    public int[] Count(SourceParams p) => [.. Enumerable.Range(1, p.Count)];

    [Step]
    public void Tell(int[] numbers, ActionContext run) => run.Log.Info("{Count} numbers", numbers.Length);
}

[Params]
public sealed partial record SumParams : SourceParams
{
    public int Offset { get; init; }
}

[UseSteps<NumberSteps>]
[ExportAction]
public sealed partial class Sum
{
    [Step]
    int Add(int[] numbers, SumParams p) => numbers.Sum() + p.Offset;
}
