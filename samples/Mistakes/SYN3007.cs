namespace Mistakes;

[Params]
public sealed partial record OptionParams
{
    public bool Quiet { get; init; } // SYN3007
}
