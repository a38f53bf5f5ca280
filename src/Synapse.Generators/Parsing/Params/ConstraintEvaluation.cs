using System.Globalization;
using System.Text.RegularExpressions;
using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Whether a constant default fulfils a constraint, by the same rules as the binder and in the type of the param.</summary>
internal static class ConstraintEvaluation
{
    private const double Tolerance = 1e-9;

    public static bool Holds(ParamConstraint constraint, object constant, ParamValue value)
    {
        // A character may stand for an integer.
        constant = constant is char character && value is ScalarParam { Scalar.Kind: not ScalarKind.Other } ? (int)character : constant;
        return constraint switch
        {
            RangeConstraint range => InRange(range, constant, value.Type),
            LengthConstraint length when constant is string text => (length.Min < 0 || Length(text) >= length.Min) && (length.Max < 0 || Length(text) <= length.Max),
            PatternConstraint { Pattern: var pattern } when constant is string text => Covers(pattern, text),
            ValuesConstraint values when value is ScalarParam scalar => values.Json.Contains(Json(constant, scalar)) != values.AreDenied,
            MultipleConstraint { Text: var factor } => IsMultiple(constant, factor, value.Type),
            _ => true,
        };
    }

    private static bool InRange(RangeConstraint range, object constant, string type)
    {
        if (constant is double.NaN or float.NaN)
        {
            return range is { MinText: null, MaxText: null };
        }

        var min = range.MinText is null ? 1 : Compare(constant, range.MinText, type);
        var max = range.MaxText is null ? -1 : Compare(constant, range.MaxText, type);
        return (range.IsMinExclusive ? min > 0 : min >= 0) && (range.IsMaxExclusive ? max < 0 : max <= 0);
    }

    private static int Compare(object constant, string bound, string type) => type switch
    {
        "float" => Convert.ToSingle(constant, CultureInfo.InvariantCulture).CompareTo(float.Parse(bound, NumberStyles.Float, CultureInfo.InvariantCulture)),
        "double" => Double(constant).CompareTo(Double(bound)),
        _ => Decimal(constant).CompareTo(Decimal(bound)),
    };

    private static bool IsMultiple(object constant, string factor, string type)
    {
        if (type is not ("float" or "double"))
        {
            return Decimal(constant) % Decimal(factor) == 0;
        }

        var times = Double(constant) / Double(factor);
        return Math.Abs(times - Math.Round(times)) <= Tolerance * Math.Max(1, Math.Abs(times));
    }

    private static string Json(object constant, ScalarParam scalar) =>
        constant is string text ? Emission.JsonText.String(text) : Numbers.Of(constant, scalar)?.Text ?? string.Empty;

    private static bool Covers(string pattern, string text)
    {
        var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
        return match.Success && match.Index == 0 && match.Length == text.Length;
    }

    private static double Double(object constant) => constant is string text
        ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : Convert.ToDouble(constant, CultureInfo.InvariantCulture);

    private static decimal Decimal(object constant) => constant is string text
        ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : Convert.ToDecimal(constant, CultureInfo.InvariantCulture);

    private static int Length(string text) => text.Where((c, i) => i == 0 || !char.IsSurrogatePair(text[i - 1], c)).Count();
}
