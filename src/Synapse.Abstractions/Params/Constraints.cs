namespace Synapse;

/// <summary>Accepts NaN and the infinities for a floating-point parameter; without it they are errors.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AllowNonFiniteAttribute : Attribute;

/// <summary>The value must be a multiple of a number.</summary>
/// <param name="factor">The number, greater than 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MultipleOfAttribute(double factor) : Attribute
{
    /// <summary>The number that the value must be a multiple of.</summary>
    public double Factor { get; } = factor;
}

/// <summary>The items of a list must differ from each other.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UniqueItemsAttribute : Attribute;
