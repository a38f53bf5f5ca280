namespace Mistakes;

[Params]
public sealed partial record BadPatternParams
{
    [RegularExpression("[a-z")] // SYN3005
    public string? Name { get; init; }
}
