namespace Synapse.Generators.Model.Params;

/// <summary>Something a value must fulfil.</summary>
internal abstract record ParamConstraint
{
    /// <summary>The author's own words for a value that breaks it, or null.</summary>
    public string? Message { get; init; }
}

/// <summary>Bounds of a number. A null bound is none.</summary>
/// <param name="Min">C# literal in the value's type.</param>
/// <param name="Max">C# literal in the value's type.</param>
/// <param name="MinText">As JSON and as people read it.</param>
/// <param name="MaxText">As JSON and as people read it.</param>
internal sealed record RangeConstraint(string? Min, string? Max, string? MinText, string? MaxText, bool IsMinExclusive, bool IsMaxExclusive) : ParamConstraint;

/// <summary>Length of a text or size of a list. A negative bound is none.</summary>
internal sealed record LengthConstraint(int Min, int Max) : ParamConstraint;

/// <summary>A pattern that covers the whole text.</summary>
internal sealed record PatternConstraint(string Pattern) : ParamConstraint;

/// <summary>The values allowed, or denied.</summary>
/// <param name="Literals">As C#.</param>
/// <param name="Json">As JSON.</param>
internal sealed record ValuesConstraint(EquatableArray<string> Literals, EquatableArray<string> Json, bool AreDenied) : ParamConstraint;

/// <summary>A number must be a multiple of another.</summary>
/// <param name="Factor">C# literal.</param>
/// <param name="Text">As JSON and as people read it.</param>
internal sealed record MultipleConstraint(string Factor, string Text) : ParamConstraint;

/// <summary>The items of a list differ.</summary>
internal sealed record UniqueConstraint : ParamConstraint;

/// <summary>A form of text that a method of <c>ParamConstraints</c> knows.</summary>
/// <param name="Check">The method.</param>
/// <param name="Noun">As people read it.</param>
/// <param name="SchemaFormat">JSON Schema format.</param>
internal sealed record FormatConstraint(string Check, string Noun, string SchemaFormat) : ParamConstraint;
