namespace Mistakes;

[Params]
public sealed partial record DefaultOutOfRangeParams
{
    [Range(1, 500)]
    public int Epochs { get; init; } = 0; // SYN3003
}
