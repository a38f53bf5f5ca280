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

    /// <summary>What to say of another value, with <c>{0}</c> for the name and <c>{1}</c> for the factor. Default: what is allowed and what was found.</summary>
    public string? ErrorMessage { get; set; }
}

/// <summary>The items of a list must differ from each other.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UniqueItemsAttribute : Attribute
{
    /// <summary>What to say of a list with an item twice, with <c>{0}</c> for the name. Default: what is allowed and how many items were found.</summary>
    public string? ErrorMessage { get; set; }
}
