using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Constraints as statements about a variable.</summary>
internal static class ConstraintChecks
{
    private const string Library = "global::Synapse.Binding.ParamConstraints.";

    /// <param name="constraint">What to check.</param>
    /// <param name="member">The param that has it.</param>
    /// <param name="allowed">All that is allowed, as the error says it.</param>
    /// <param name="value">C# of the value read.</param>
    public static IEnumerable<string> Of(ParamConstraint constraint, ParamMember member, string allowed, string value)
    {
        foreach (var (broken, code) in Broken(constraint, member, value))
        {
            yield return $"if ({broken}) {Refusal(constraint, code, allowed, IsCounted(member) ? value : null)}";
        }
    }

    private static IEnumerable<(string Broken, string Code)> Broken(ParamConstraint constraint, ParamMember member, string value) => constraint switch
    {
        RangeConstraint { Min: null, Max: null } => [],
        RangeConstraint range => [($"!({Range(range, value)})", "out_of_range")],
        LengthConstraint length when IsCounted(member) => Length(length, $"{value}.Count < {length.Min}", $"{value}.Count > {length.Max}"),
        LengthConstraint length => Length(length, $"!{Library}IsAtLeast({value}, {length.Min})", $"!{Library}IsAtMost({value}, {length.Max})"),
        PatternConstraint => [($"!{Library}Matches({BinderWriting.PatternField(member)}, {value})", "pattern")],
        ValuesConstraint { AreDenied: true } values => [($"{value} is {string.Join(" or ", values.Literals)}", "not_allowed")],
        ValuesConstraint values => [($"!({value} is {string.Join(" or ", values.Literals)})", "not_allowed")],
        MultipleConstraint { Factor: var factor } => [($"!{Library}IsMultiple({value}, {factor})", "multiple_of")],
        UniqueConstraint => [($"!{Library}AreUnique({value})", "not_unique")],
        FormatConstraint { Check: var check } => [($"!{Library}{check}({value})", "format")],
        _ => [],
    };

    private static bool IsCounted(ParamMember member) => member.Value is ListParam or MapParam;

    private static string Refusal(ParamConstraint constraint, string code, string allowed, string? counted) =>
        constraint.Message is { } message ? $"reader.RefuseSaying(\"{code}\", {Literal.String(message)});"
        : counted is null ? $"reader.Refuse(\"{code}\", {Literal.String(allowed)});"
        : $"reader.RefuseCount(\"{code}\", {Literal.String(allowed)}, {counted}.Count);";

    private static string Range(RangeConstraint range, string value)
    {
        var min = range.Min is null ? null : $"{value} {(range.IsMinExclusive ? ">" : ">=")} {range.Min}";
        var max = range.Max is null ? null : $"{value} {(range.IsMaxExclusive ? "<" : "<=")} {range.Max}";
        return string.Join(" && ", new[] { min, max }.Where(b => b is not null));
    }

    private static IEnumerable<(string Broken, string Code)> Length(LengthConstraint length, string tooShort, string tooLong)
    {
        if (length.Min > 0)
        {
            yield return (tooShort, "too_short");
        }

        if (length.Max >= 0)
        {
            yield return (tooLong, "too_long");
        }
    }
}
