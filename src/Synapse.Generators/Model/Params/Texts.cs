namespace Synapse.Generators.Model.Params;

/// <summary>What is allowed, as errors, help and flags say it.</summary>
internal static class Texts
{
    /// <summary><c>integer, 1 to 500</c>.</summary>
    public static string Allowed(ParamMember member) => Allowed(member.Value, member.Constraints);

    public static string Allowed(ParamValue value, IEnumerable<ParamConstraint> constraints)
    {
        var parts = constraints.Select(c => Allowed(c, value is not (ListParam or MapParam))).Where(t => t.Length > 0);
        return string.Join(", ", parts.Prepend(Noun(value))) + (value.IsNullable ? ", or null" : string.Empty);
    }

    public static string Allowed(ParamConstraint constraint) => Allowed(constraint, isText: true);

    public static string Noun(ParamValue value) => value switch
    {
        ScalarParam { Scalar.Noun: var noun } => noun,
        EnumParam { Names: var names } => "one of " + string.Join(", ", names.Select(n => n.JsonName)),
        ListParam { Item: var item } => "list of " + Plural(item),
        MapParam { Item: var item } => "object of " + Plural(item),
        _ => "object",
    };

    private static string Plural(ParamValue item) => item is ScalarParam { Scalar.Noun: var noun } && !noun.Contains(' ') && noun != "text"
        ? noun + "s" + (item.IsNullable ? " or null" : string.Empty)
        : Noun(item) + (item.IsNullable ? " or null" : string.Empty);

    private static string Allowed(ParamConstraint constraint, bool isText) => constraint switch
    {
        RangeConstraint range => Range(range),
        LengthConstraint length => Length(length, isText ? "character" : "item"),
        PatternConstraint { Pattern: var pattern } => "matching " + pattern,
        ValuesConstraint { Json: var json, AreDenied: var areDenied } => (areDenied ? "not " : "one of ") + string.Join(", ", json),
        MultipleConstraint { Text: var factor } => "a multiple of " + factor,
        UniqueConstraint => "no item twice",
        FormatConstraint { Noun: var noun } => noun,
        _ => string.Empty,
    };

    private static string Range(RangeConstraint range) => (range.MinText, range.MaxText) switch
    {
        ({ } min, { } max) when !range.IsMinExclusive && !range.IsMaxExclusive => $"{min} to {max}",
        ({ } min, { } max) => $"{Least(min, range)} and {Most(max, range)}",
        ({ } min, null) => Least(min, range),
        (null, { } max) => Most(max, range),
        _ => string.Empty,
    };

    private static string Least(string min, RangeConstraint range) => (range.IsMinExclusive ? "greater than " : "at least ") + min;

    private static string Most(string max, RangeConstraint range) => (range.IsMaxExclusive ? "less than " : "at most ") + max;

    private static string Length(LengthConstraint length, string unit) => length switch
    {
        { Min: > 0, Max: >= 0 } when length.Min == length.Max => $"exactly {length.Min} {unit}s",
        { Min: > 0, Max: >= 0 } => $"{length.Min} to {length.Max} {unit}s",
        { Max: >= 0 } => $"at most {length.Max} {unit}s",
        { Min: 1 } => $"at least 1 {unit}",
        _ => $"at least {length.Min} {unit}s",
    };
}
