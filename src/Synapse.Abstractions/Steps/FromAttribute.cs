namespace Synapse;

/// <summary>Names the step whose output a parameter takes, where two steps return its type.</summary>
/// <param name="step">The step's method: <c>nameof(Method)</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromAttribute(string step) : Attribute
{
    /// <summary>The step's method.</summary>
    public string Step { get; } = step;
}
