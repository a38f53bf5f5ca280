using System.Globalization;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Reads <c>ErrorMessage</c> and fills its placeholders as the attribute itself would at run time: the name, then the bounds.</summary>
internal sealed class ConstraintMessages(IPropertySymbol property, IEnumerable<AttributeData> attributes, Verdict verdict)
{
    private readonly AttributeData? display = attributes.FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == "System.ComponentModel.DataAnnotations.DisplayAttribute");

    /// <summary>The message, or null when the attribute has none or it is reported.</summary>
    public string? Of(AttributeData attribute, string name)
    {
        foreach (var resource in new[] { "ErrorMessageResourceName", "ErrorMessageResourceType" })
        {
            if (attribute.Has(resource))
            {
                return Unknown(attribute, resource, name, "it comes from resources, which are read at run time. Write ErrorMessage = \"…\" in place of it.");
            }
        }

        if (attribute.Named<string>("ErrorMessage") is not { Length: > 0 } format)
        {
            return null;
        }

        if (display?.Has("ResourceType") == true && format.Contains("{0"))
        {
            return Unknown(attribute, "ErrorMessage", name, "the name for {0} comes from resources, which are read at run time. Write it out.");
        }

        var details = Details(attribute, name);
        try
        {
            return string.Format(CultureInfo.InvariantCulture, format, [display?.Named<string>("Name") ?? property.Name, .. details]);
        }
        catch (FormatException)
        {
            var known = details.Length == 0 ? "its only placeholder is {0}" : $"its placeholders are {{0}} to {{{details.Length}}}";
            return Unknown(attribute, "ErrorMessage", name, known + ", and a brace that belongs to none is written twice.");
        }
    }

    private static object?[] Details(AttributeData attribute, string name)
    {
        var arguments = attribute.ConstructorArguments;
        return name switch
        {
            "Range" => [.. arguments.Skip(arguments.Length - 2).Select(a => a.Value is string text && Numbers.TryDecimal(text, out var number) ? number : a.Value)],
            "StringLength" => [arguments[0].Value, attribute.Named<int>("MinimumLength")],
            "MinLength" or "MaxLength" or "Length" or "RegularExpression" or "MultipleOf" => [.. arguments.Select(a => a.Value)],
            _ => [],
        };
    }

    private string? Unknown(AttributeData attribute, string setting, string name, string reason)
    {
        verdict.Report(ParamsRules.MessageCannotBeEvaluated, Anchor.Attribute(property, attribute, attribute.Position(setting)), name, property.Name, reason);
        return null;
    }
}
