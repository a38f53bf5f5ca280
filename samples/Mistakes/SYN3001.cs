namespace Mistakes;

[Params]
public sealed partial record ObjectParams
{
    public object? Extra { get; init; } // SYN3001
}
