using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Synapse.Generators.Parsing;

/// <summary>Reading attributes as they were written.</summary>
internal static class Attributes
{
    public static AttributeData? Find(ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsNamed(attribute.AttributeClass, metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether a type has the full name. Asked of every attribute of every member, so nothing is put together for it.</summary>
    public static bool IsNamed(INamedTypeSymbol? type, string metadataName)
    {
        if (type is not { Arity: 0, ContainingType: null })
        {
            return false;
        }

        var end = metadataName.Length;
        for (INamespaceOrTypeSymbol part = type; part is not INamespaceSymbol { IsGlobalNamespace: true }; part = part.ContainingNamespace)
        {
            var start = end - part.Name.Length;
            if (start < 0 || string.CompareOrdinal(metadataName, start, part.Name, 0, part.Name.Length) != 0 || (start > 0 && metadataName[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return end < 0;
    }

    /// <summary>The value of a named argument, or the default of <typeparamref name="T"/>.</summary>
    public static T? Named<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>
    /// The method that a setting of steps names. One of the generated constants, <c>Steps.Load</c>, is taken from how it is
    /// written: the generator does not see its own output, and an analyzer does, and both must understand the same.
    /// </summary>
    public static string? StepReference(this AttributeData attribute, string setting)
    {
        var written = (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == setting);
        return (written is null ? null : Constant(written.Expression)) ?? attribute.Named<string>(setting);
    }

    /// <summary>The same of the first argument.</summary>
    public static string? StepReference(this AttributeData attribute) =>
        ((attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault() is { } written ? Constant(written.Expression) : null)
        ?? (attribute.ConstructorArguments is [{ Value: string given }] ? given : null);

    /// <summary>How a reference by generated constant is told from a method's name.</summary>
    public const string GeneratedSteps = "Steps.";

    private static string? Constant(ExpressionSyntax written) =>
        written is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var step, Expression: IdentifierNameSyntax { Identifier.ValueText: "Steps" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Steps" } } ? GeneratedSteps + step : null;

    public static bool Has(this AttributeData attribute, string name) => attribute.NamedArguments.Any(a => a.Key == name);

    public static string[] NamedArray(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind == TypedConstantKind.Array && !argument.Value.IsNull)
            {
                return [.. argument.Value.Values.Select(v => v.Value as string).OfType<string>()];
            }
        }

        return [];
    }

    /// <summary>The name of the enum member that a named argument has, or <paramref name="otherwise"/>.</summary>
    public static string NamedEnum(this AttributeData attribute, string name, string otherwise)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type })
            {
                var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, argument.Value.Value));
                return member?.Name ?? otherwise;
            }
        }

        return otherwise;
    }

    /// <summary>Position of a named argument among those written, for anchoring a finding at it.</summary>
    public static int Position(this AttributeData attribute, string name)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return -1;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].NameEquals?.Name.Identifier.ValueText == name)
            {
                return i;
            }
        }

        return -1;
    }
}
