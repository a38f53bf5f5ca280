using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Reads constraint attributes. One that cannot be evaluated is an error: a check that silently never runs is worse than none.</summary>
internal sealed class ConstraintParser(IPropertySymbol property, ParamValue value, Verdict verdict)
{
    public EquatableArray<ParamConstraint> Parse(AttributeData[] attributes)
    {
        var constraints = new List<ParamConstraint>();
        var messages = new ConstraintMessages(property, attributes, verdict);
        foreach (var attribute in attributes)
        {
            if (IsConstraint(attribute) && Parse(attribute) is { } constraint)
            {
                constraints.Add(constraint with { Message = messages.Of(attribute, Name(attribute)) });
            }
        }

        return constraints.ToEquatableArray();
    }

    private ParamConstraint? Parse(AttributeData attribute) => !IsKnown(attribute) ? NeverRuns(attribute) : Name(attribute) switch
    {
        "Range" => Range(attribute),
        "MinLength" => Length(attribute, Int(attribute, 0), -1),
        "MaxLength" => Length(attribute, -1, Int(attribute, 0)),
        "Length" => Length(attribute, Int(attribute, 0), Int(attribute, 1)),
        "StringLength" => IsText ? Length(attribute, Named(attribute, "MinimumLength") as int? ?? -1, Int(attribute, 0)) : Misfit(attribute, "it is for text"),
        "RegularExpression" => Pattern(attribute),
        "AllowedValues" => Values(attribute, areDenied: false),
        "DeniedValues" => Values(attribute, areDenied: true),
        "MultipleOf" => Multiple(attribute),
        "UniqueItems" => value is ListParam ? new UniqueConstraint() : Misfit(attribute, "it is for lists"),
        "EmailAddress" => Format(attribute, new("IsEmail", "e-mail address", "email")),
        "Url" => Format(attribute, new("IsUrl", "http, https or ftp address", "uri")),
        "Base64String" => Format(attribute, new("IsBase64", "Base64 text", "byte")),
        "AllowNonFinite" => IsFloating(value) ? null : Misfit(attribute, "only float and double can be NaN or infinite"),
        _ => NeverRuns(attribute),
    };

    private ParamConstraint? Range(AttributeData attribute)
    {
        if (value is not ScalarParam { Scalar.Kind: ScalarKind.Integer or ScalarKind.Floating or ScalarKind.Decimal } scalar)
        {
            return Misfit(attribute, "it is for numbers");
        }

        if (attribute.AttributeClass!.TypeArguments is [var typed] && CodecNames.Title(typed) != scalar.Type)
        {
            return Misfit(attribute, $"its bounds are '{CodecNames.Title(typed)}'. Write [Range<{scalar.Type}>].");
        }

        var arguments = attribute.ConstructorArguments;
        if (arguments.Any(a => a.Kind == TypedConstantKind.Error))
        {
            return scalar.Scalar.Kind == ScalarKind.Decimal
                ? Misfit(attribute, "C# has no decimal constants in attributes. Write both bounds as text, such as \"0.05\".")
                : Broken();
        }

        var isMinExclusive = Named(attribute, "MinimumIsExclusive") is true;
        var isMaxExclusive = Named(attribute, "MaximumIsExclusive") is true;
        if (arguments.Length < 2
            || Bounds.Of(arguments[arguments.Length - 2].Value, scalar, isMin: true, isMinExclusive) is not { } min
            || Bounds.Of(arguments[arguments.Length - 1].Value, scalar, isMin: false, isMaxExclusive) is not { } max)
        {
            return Misfit(attribute, "its bounds are no numbers of that type");
        }

        return Bounds.AreEmpty(min, max)
            ? Misfit(attribute, "its minimum is greater than its maximum, or no value is left between them")
            : new RangeConstraint(min.Literal, max.Literal, min.Text, max.Text, min.IsExclusive, max.IsExclusive);
    }

    private ParamConstraint? Length(AttributeData attribute, int min, int max)
    {
        if (!IsText && value is not (ListParam or MapParam))
        {
            return Misfit(attribute, "it is for text, lists and dictionaries");
        }

        return min >= 0 && max >= 0 && min > max ? Misfit(attribute, "its minimum is greater than its maximum")
            : min < 0 && max < 0 ? Misfit(attribute, "it allows nothing or everything")
            : new LengthConstraint(min, max);
    }

    private ParamConstraint? Pattern(AttributeData attribute)
    {
        if (!IsText)
        {
            return Misfit(attribute, "it is for text");
        }

        var pattern = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? string.Empty;
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return new PatternConstraint(pattern);
        }
        catch (ArgumentException e)
        {
            verdict.Report(ParamsRules.BadPattern, At(attribute), property.Name, e.Message);
            return null;
        }
    }

    private ParamConstraint? Values(AttributeData attribute, bool areDenied)
    {
        var values = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, Values: var items } ? items : [];
        if (value is not ScalarParam { Scalar.Kind: ScalarKind.Integer or ScalarKind.Floating or ScalarKind.Decimal or ScalarKind.Text } scalar)
        {
            return Misfit(attribute, "it is for text and numbers; use an enum for a choice of names");
        }

        var known = values
            .Select(v => scalar.Scalar.Kind != ScalarKind.Text ? Numbers.Of(v.Value is string ? null : v.Value, scalar)
                : v.Value is string text ? new Number(Literal.String(text), JsonText.String(text))
                : null)
            .OfType<Number>()
            .ToArray();
        return known.Length == values.Length && known.Length > 0
            ? new ValuesConstraint(known.Select(v => v.Literal).ToEquatableArray(), known.Select(v => v.Text).ToEquatableArray(), areDenied)
            : Misfit(attribute, "its values are of another type");
    }

    private ParamConstraint? Multiple(AttributeData attribute)
    {
        if (value is not ScalarParam { Scalar.Kind: ScalarKind.Integer or ScalarKind.Floating or ScalarKind.Decimal } scalar)
        {
            return Misfit(attribute, "it is for numbers");
        }

        var factor = attribute.ConstructorArguments.FirstOrDefault().Value as double? ?? 0;
        var isFloating = scalar.Scalar.Kind == ScalarKind.Floating;
        return factor is > 0 and < 1e15
            ? new MultipleConstraint(isFloating ? Literal.Of(factor) : Literal.Of((decimal)factor), JsonText.Of(factor)!)
            : Misfit(attribute, "its factor is not greater than 0");
    }

    private ParamConstraint? Format(AttributeData attribute, FormatConstraint format) => IsText ? format : Misfit(attribute, "it is for text");

    private ParamConstraint? Misfit(AttributeData attribute, string problem)
    {
        verdict.Report(ParamsRules.ConstraintDoesNotFit, At(attribute), Name(attribute), property.Name, CodecNames.Title(property.Type), problem);
        return null;
    }

    // The compiler itself reports the arguments.
    private ParamConstraint? Broken()
    {
        verdict.Spoil();
        return null;
    }

    private ParamConstraint? NeverRuns(AttributeData attribute)
    {
        verdict.Report(ParamsRules.ValidationNeverRuns, At(attribute), Name(attribute), property.Name);
        return null;
    }

    private static bool IsFloating(ParamValue value) => value switch
    {
        ScalarParam { Scalar.Kind: ScalarKind.Floating } => true,
        ListParam { Item: var item } => IsFloating(item),
        MapParam { Item: var item } => IsFloating(item),
        _ => false,
    };

    private bool IsText => value is ScalarParam { Scalar.Kind: ScalarKind.Text };

    private Anchor At(AttributeData attribute) => Anchor.Attribute(property, attribute);

    private static bool IsConstraint(AttributeData attribute)
    {
        if (IsOwn(attribute))
        {
            return attribute.AttributeClass!.Name is "RangeAttribute" or "MultipleOfAttribute" or "UniqueItemsAttribute" or "AllowNonFiniteAttribute";
        }

        for (var level = attribute.AttributeClass; level is not null; level = level.BaseType)
        {
            // DataType is a hint for user interfaces that happens to derive from the validation attributes.
            if (level.Name == "ValidationAttribute")
            {
                return attribute.AttributeClass!.Name != "DataTypeAttribute";
            }
        }

        return false;
    }

    // An author's attribute of a name that is known here has code of its own all the same.
    private static bool IsKnown(AttributeData attribute) =>
        IsOwn(attribute) || attribute.AttributeClass!.ContainingNamespace.ToDisplayString() == "System.ComponentModel.DataAnnotations";

    private static bool IsOwn(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Synapse", ContainingNamespace.IsGlobalNamespace: true } };

    private static string Name(AttributeData attribute) => Naming.WithoutSuffix(attribute.AttributeClass!.Name, "Attribute");

    private static int Int(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is int number ? number : -1;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(n => n.Key == name).Value.Value;
}
