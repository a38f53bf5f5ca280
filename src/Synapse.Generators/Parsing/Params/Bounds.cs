using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>A bound of a range: as C# in the value's type, and as text. Both null when it bounds nothing.</summary>
internal readonly record struct Bound(string? Literal, string? Text, bool IsExclusive);

/// <summary>Reads the bounds of <c>[Range]</c>, which may be of another type than the value.</summary>
internal static class Bounds
{
    /// <summary>Null when the constant is no bound for the type.</summary>
    public static Bound? Of(object? constant, ScalarParam scalar, bool isMin, bool isExclusive)
    {
        if (Infinite(constant, isMin, isExclusive) is { } infinite)
        {
            return infinite ? default(Bound) : null;
        }

        return scalar.Scalar.Kind == ScalarKind.Integer
            ? Numbers.TryDecimal(constant, out var number) ? OfInteger(number, scalar.Type, isMin, isExclusive) : null
            : Numbers.Of(constant, scalar) is { } exact ? new(exact.Literal, exact.Text, isExclusive) : null;
    }

    /// <summary>Whether no value lies between two bounds.</summary>
    public static bool AreEmpty(Bound min, Bound max) =>
        min.Text is not null && max.Text is not null && Numbers.TryDecimal(min.Text, out var low) && Numbers.TryDecimal(max.Text, out var high)
        && (low > high || (low == high && (min.IsExclusive || max.IsExclusive)));

    private static Bound? OfInteger(decimal number, string type, bool isMin, bool isExclusive)
    {
        // Between two integers lies none: greater than 0.5 is at least 1.
        var whole = isMin ? Math.Ceiling(number) : Math.Floor(number);
        var excludes = isExclusive && whole == number;
        var (min, max) = Numbers.Limits(type);

        // A bound at or beyond the type's own says nothing.
        if (isMin ? whole < min || (whole == min && !excludes) : whole > max || (whole == max && !excludes))
        {
            return default(Bound);
        }

        return Numbers.OfInteger(whole, type) is { } exact ? new(exact.Literal, exact.Text, excludes) : null;
    }

    // The largest values stand for "no bound" in practice, whatever the type of the param.
    private static bool? Infinite(object? constant, bool isMin, bool isExclusive) => constant switch
    {
        double.NaN or float.NaN or null => false,
        double.PositiveInfinity or float.PositiveInfinity => !isMin,
        double.NegativeInfinity or float.NegativeInfinity => isMin,
        double.MaxValue or float.MaxValue or int.MaxValue when !isMin && !isExclusive => true,
        double.MinValue or float.MinValue or int.MinValue when isMin && !isExclusive => true,
        _ => null,
    };
}
