using System.Globalization;
using System.Text.RegularExpressions;
using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Whether a constant default fulfils a constraint, by the same rules as the binder.</summary>
internal static class ConstraintEvaluation
{
    public static bool Holds(ParamConstraint constraint, object constant) => constraint switch
    {
        RangeConstraint range => InRange(range, constant),
        LengthConstraint length when constant is string text => (length.Min < 0 || Length(text) >= length.Min) && (length.Max < 0 || Length(text) <= length.Max),
        PatternConstraint { Pattern: var pattern } when constant is string text => Covers(pattern, text),
        ValuesConstraint values => values.Json.Contains(Emission.JsonText.Of(constant)!) != values.AreDenied,
        MultipleConstraint { Text: var factor } => IsMultiple(constant, factor),
        _ => true,
    };

    private static bool InRange(RangeConstraint range, object constant)
    {
        var value = Number(constant);
        return (range.MinText is null || (range.IsMinExclusive ? value > Parse(range.MinText) : value >= Parse(range.MinText)))
            && (range.MaxText is null || (range.IsMaxExclusive ? value < Parse(range.MaxText) : value <= Parse(range.MaxText)));
    }

    private static bool IsMultiple(object constant, string factor)
    {
        var times = Number(constant) / Parse(factor);
        return Math.Abs(times - Math.Round(times)) <= 1e-9 * Math.Max(1, Math.Abs(times));
    }

    private static bool Covers(string pattern, string text)
    {
        var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
        return match.Success && match.Index == 0 && match.Length == text.Length;
    }

    private static double Number(object constant) => Convert.ToDouble(constant, CultureInfo.InvariantCulture);

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Length(string text) => text.Where((c, i) => i == 0 || !char.IsSurrogatePair(text[i - 1], c)).Count();
}
