using System.Globalization;
using Synapse.Generators.Emission;
using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>A number of a param's type: as C# and as text, which is JSON too.</summary>
internal readonly record struct Number(string Literal, string Text);

/// <summary>Turns constants of attributes, which may be of another type than the param, into numbers of the param's type.</summary>
internal static class Numbers
{
    /// <summary>Null when the constant is no number that the type can hold.</summary>
    public static Number? Of(object? constant, ScalarParam scalar) => scalar.Scalar.Kind switch
    {
        ScalarKind.Floating when TryDouble(constant, out var number) => scalar.Type == "float" ? OfSingle((float)number) : OfDouble(number),
        ScalarKind.Integer when TryDecimal(constant, out var number) && number == Math.Floor(number) => OfInteger(number, scalar.Type),
        ScalarKind.Decimal when TryDecimal(constant, out var number) => new(Literal.Of(number), Plain(number)),
        _ => null,
    };

    public static Number? OfInteger(decimal whole, string type)
    {
        var (min, max) = Limits(type);
        return whole >= min && whole <= max ? new(Plain(whole) + Suffix(whole), Plain(whole)) : null;
    }

    public static bool TryDecimal(object? constant, out decimal number)
    {
        number = 0;
        try
        {
            number = constant switch
            {
                null or bool or char => throw new InvalidCastException(),
                string text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
                _ => Convert.ToDecimal(constant, CultureInfo.InvariantCulture),
            };
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    /// <summary>The range of an integer type.</summary>
    public static (decimal Min, decimal Max) Limits(string type) => type switch
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

    private static bool TryDouble(object? constant, out double number)
    {
        number = 0;
        if (constant is string text)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && !double.IsInfinity(number) && !double.IsNaN(number);
        }

        if (constant is null or bool or char or not IConvertible)
        {
            return false;
        }

        number = Convert.ToDouble(constant, CultureInfo.InvariantCulture);
        return true;
    }

    // Text without exponent where that says the same number.
    private static Number? OfDouble(double number) =>
        JsonText.Of(number) is { } exact ? new(Literal.Of(number), TryDecimal(number, out var plain) && (double)plain == number ? Plain(plain) : exact) : null;

    private static Number? OfSingle(float number) =>
        JsonText.Of(number) is { } exact ? new(Literal.Of(number), TryDecimal(number, out var plain) && (float)plain == number ? Plain(plain) : exact) : null;

    private static string Suffix(decimal whole) => whole switch
    {
        > long.MaxValue => "UL",
        > int.MaxValue or < int.MinValue => "L",
        _ => string.Empty,
    };

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
