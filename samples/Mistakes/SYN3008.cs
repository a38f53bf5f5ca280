namespace Mistakes;

[Params]
public sealed partial record NeverValidatedParams
{
    [Required] // SYN3008
    public string? Name { get; init; }
}
