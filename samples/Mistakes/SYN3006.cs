namespace Mistakes;

[Params]
public sealed partial record RequiredWithDefaultParams
{
    public required int Epochs { get; init; } = 10; // SYN3006
}
