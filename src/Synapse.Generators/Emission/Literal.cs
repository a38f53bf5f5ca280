using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Emission;

/// <summary>Values as C# source.</summary>
internal static class Literal
{
    public static string String(string? value) =>
        value is null ? "null" : IsPlain(value) ? $"\"{value}\"" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Whether nothing in a string has to be escaped, in C# or in JSON: true of nearly all.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= ' ' and <= '~') or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A string as UTF-8 literal, for comparing with JSON names without a conversion at run time.</summary>
    public static string Utf8(string value) => String(value) + "u8";

    public static string Bool(bool value) => value ? "true" : "false";

    /// <summary>A constant as the compiler hands it out, with the suffix that keeps its type.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => String(text),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool flag => Bool(flag),
        double number => Double(number),
        float number => Float(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        long number => number == long.MinValue ? "long.MinValue" : number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("Not a constant: " + value.GetType()),
    };

    private static string Double(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "d";

    private static string Float(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "f";
}
