using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Emission.Params;

/// <summary>Constraints as statements; <c>{0}</c> stands for the value.</summary>
internal static class ConstraintChecks
{
    private const string Library = "global::Synapse.Binding.ParamConstraints.";

    public static string Of(ParamConstraint constraint, ParamMember member, string allowed)
    {
        var text = Literal.String(allowed).Replace("{0}", "{{0}}");
        return constraint switch
        {
            RangeConstraint range when Range(range) is { Length: > 0 } holds => $"if (!({holds})) reader.Refuse(\"out_of_range\", {text});",
            LengthConstraint length when member.Value is ListParam or MapParam => Count(length, text),
            LengthConstraint length => Length(length, text),
            PatternConstraint => $"if (!{Library}Matches({BinderWriting.PatternField(member)}, {{0}})) reader.Refuse(\"pattern\", {text});",
            ValuesConstraint values => $"if ({(values.AreDenied ? string.Empty : "!(")}{{0}} is {string.Join(" or ", values.Literals)}{(values.AreDenied ? string.Empty : ")")}) reader.Refuse(\"not_allowed\", {text});",
            MultipleConstraint { Factor: var factor } => $"if (!{Library}IsMultiple({{0}}, {factor})) reader.Refuse(\"multiple_of\", {text});",
            UniqueConstraint => $"if (!{Library}AreUnique({{0}})) reader.RefuseCount(\"not_unique\", {text}, {{0}}.Count);",
            FormatConstraint { Check: var check } => $"if (!{Library}{check}({{0}})) reader.Refuse(\"format\", {text});",
            _ => string.Empty,
        };
    }

    private static string Range(RangeConstraint range)
    {
        var min = range.Min is null ? null : $"{{0}} {(range.IsMinExclusive ? ">" : ">=")} {range.Min}";
        var max = range.Max is null ? null : $"{{0}} {(range.IsMaxExclusive ? "<" : "<=")} {range.Max}";
        return string.Join(" && ", new[] { min, max }.Where(b => b is not null));
    }

    private static string Length(LengthConstraint length, string text)
    {
        var min = length.Min > 0 ? $"if (!{Library}IsAtLeast({{0}}, {length.Min})) reader.Refuse(\"too_short\", {text});" : string.Empty;
        var max = length.Max >= 0 ? $"if (!{Library}IsAtMost({{0}}, {length.Max})) reader.Refuse(\"too_long\", {text});" : string.Empty;
        return Join(min, max);
    }

    private static string Count(LengthConstraint length, string text)
    {
        var min = length.Min > 0 ? $"if ({{0}}.Count < {length.Min}) reader.RefuseCount(\"too_short\", {text}, {{0}}.Count);" : string.Empty;
        var max = length.Max >= 0 ? $"if ({{0}}.Count > {length.Max}) reader.RefuseCount(\"too_long\", {text}, {{0}}.Count);" : string.Empty;
        return Join(min, max);
    }

    private static string Join(string first, string second) => first.Length > 0 && second.Length > 0 ? first + "\n" + second : first + second;
}
