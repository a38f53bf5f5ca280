namespace Mistakes;

[Params]
public sealed partial record MessageParams
{
    [Range(1, 500, ErrorMessage = "{0} is {1} to {3}")] // SYN3009
    public int Epochs { get; init; } = 10;
}
