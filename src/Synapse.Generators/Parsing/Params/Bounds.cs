using System.Globalization;
using Synapse.Generators.Emission;
using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>A bound of a range: as C# in the value's type, as text, and as number for comparing. All null when it bounds nothing.</summary>
internal readonly record struct Bound(string? Literal, string? Text, decimal? Number);

/// <summary>Reads the bounds of <c>[Range]</c>, which may be of another type than the value.</summary>
internal static class Bounds
{
    public static Bound? Of(object? constant, ScalarParam scalar, bool isMin)
    {
        if (Infinite(constant, isMin) is { } infinite)
        {
            return infinite ? default(Bound) : null;
        }

        if (!TryDecimal(constant, out var number))
        {
            // A double beyond decimal: only a floating value can use it.
            return constant is double wide && scalar.Scalar.Kind == ScalarKind.Floating ? new(Literal.Of(wide), JsonText.Of(wide), null) : null;
        }

        return scalar.Scalar.Kind switch
        {
            ScalarKind.Integer => OfInteger(number, scalar.Type, isMin),
            ScalarKind.Decimal => new(Literal.Of(number), Plain(number), number),
            _ => new(Literal.Of((double)number), Plain(number), number),
        };
    }

    private static Bound? OfInteger(decimal number, string type, bool isMin)
    {
        var (min, max) = Limits(type);
        var whole = isMin ? Math.Ceiling(number) : Math.Floor(number);

        // A bound at or beyond the type's own says nothing.
        if (isMin ? whole <= min : whole >= max)
        {
            return default(Bound);
        }

        return whole < min || whole > max ? null : new(Suffixed(whole), Plain(whole), whole);
    }

    private static bool? Infinite(object? constant, bool isMin) => constant switch
    {
        double.NaN => false,
        double.PositiveInfinity => !isMin,
        double.NegativeInfinity => isMin,
        double.MaxValue => !isMin,
        double.MinValue => isMin,
        int.MaxValue when !isMin => true,
        int.MinValue when isMin => true,
        null => false,
        _ => null,
    };

    private static bool TryDecimal(object? constant, out decimal number)
    {
        number = 0;
        try
        {
            number = constant is string text
                ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
                : Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    private static (decimal Min, decimal Max) Limits(string type) => type switch
    {
        "byte" => (byte.MinValue, byte.MaxValue),
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" => (ushort.MinValue, ushort.MaxValue),
        "uint" => (uint.MinValue, uint.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "ulong" => (ulong.MinValue, ulong.MaxValue),
        _ => (int.MinValue, int.MaxValue),
    };

    private static string Suffixed(decimal whole) => Plain(whole) + (whole is > int.MaxValue or < int.MinValue ? whole > long.MaxValue ? "UL" : "L" : string.Empty);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
