namespace Mistakes;

[Params]
public sealed partial record RangeOfTextParams
{
    [Range(1, 5)] // SYN3002
    public string Name { get; init; } = "";
}
