namespace Synapse.Bench;

/// <summary>One measured figure beside the floor that was measured in the same run.</summary>
/// <param name="Name">For instance <c>start.describe</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Of value and floor.</param>
/// <param name="Floor">The same for the least that could do it.</param>
/// <param name="Note">What floor and goal are.</param>
internal sealed record Figure(string Name, double Value, string Unit, double Floor, string Note)
{
    public double Ratio => Floor == 0 ? 0 : Value / Floor;
}
