namespace Mistakes;

[Params]
public sealed partial record NullParams
{
    public string Name { get; init; } = null!; // SYN3011
}
