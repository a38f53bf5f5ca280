using System.Globalization;
using System.Numerics;

namespace Synapse;

/// <summary>
/// Bounds of a number in its own type: <c>[Range&lt;long&gt;(0, 10)]</c>. Exact where
/// <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/> takes every bound as <see cref="int"/> or
/// <see cref="double"/>. C# has no decimal constants in attributes, so those are text: <c>[Range&lt;decimal&gt;("0.05", "0.95")]</c>.
/// </summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RangeAttribute<T> : Attribute
    where T : struct, INumber<T>
{
    /// <summary>Bounds as constants.</summary>
    /// <param name="minimum">The smallest value allowed.</param>
    /// <param name="maximum">The largest value allowed.</param>
    public RangeAttribute(T minimum, T maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Bounds as text, for types without constants.</summary>
    /// <param name="minimum">The smallest value allowed, such as <c>-0.5</c> or <c>1e-9</c>.</param>
    /// <param name="maximum">The largest value allowed.</param>
    /// <exception cref="FormatException">One of them is no number.</exception>
    /// <exception cref="OverflowException">One of them is no number that <typeparamref name="T"/> can hold.</exception>
    public RangeAttribute(string minimum, string maximum)
        : this(Parse(minimum), Parse(maximum))
    {
    }

    /// <summary>The smallest value allowed.</summary>
    public T Minimum { get; }

    /// <summary>The largest value allowed.</summary>
    public T Maximum { get; }

    /// <summary>Whether the minimum itself is refused.</summary>
    public bool MinimumIsExclusive { get; set; }

    /// <summary>Whether the maximum itself is refused.</summary>
    public bool MaximumIsExclusive { get; set; }

    /// <summary>What to say of a value out of range, with <c>{0}</c> for the name, <c>{1}</c> and <c>{2}</c> for the bounds. Default: what is allowed and what was found.</summary>
    public string? ErrorMessage { get; set; }

    private static T Parse(string text) => T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
