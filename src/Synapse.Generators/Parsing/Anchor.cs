using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Synapse.Generators.Parsing;

/// <summary>Where a finding points to; turned into a location only when an analyzer reports it.</summary>
internal readonly struct Anchor
{
    private readonly ISymbol symbol;
    private readonly AttributeData? attribute;
    private readonly int argument;
    private readonly Func<SyntaxNode, SyntaxNode?>? part;

    private Anchor(ISymbol symbol, AttributeData? attribute = null, int argument = -1, Func<SyntaxNode, SyntaxNode?>? part = null)
    {
        this.symbol = symbol;
        this.attribute = attribute;
        this.argument = argument;
        this.part = part;
    }

    /// <summary>The name of the symbol.</summary>
    public static Anchor Name(ISymbol symbol) => new(symbol);

    /// <summary>An attribute, or one of its arguments as written.</summary>
    public static Anchor Attribute(ISymbol symbol, AttributeData attribute, int argument = -1) => new(symbol, attribute, argument);

    /// <summary>The type of a property, field or parameter, or what a method returns.</summary>
    public static Anchor Type(ISymbol symbol) => new(symbol, part: DeclaredType);

    /// <summary>The initializer of a property or the default of a parameter.</summary>
    public static Anchor Initializer(ISymbol symbol) => new(symbol, part: DeclaredInitializer);

    public Location Location(CancellationToken cancellation)
    {
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax written)
        {
            var arguments = written.ArgumentList?.Arguments;
            return argument >= 0 && argument < arguments?.Count ? arguments.Value[argument].GetLocation() : written.GetLocation();
        }

        foreach (var reference in part is null ? [] : symbol.DeclaringSyntaxReferences)
        {
            if (part!(reference.GetSyntax(cancellation)) is { } found)
            {
                return found.GetLocation();
            }
        }

        return symbol.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;
    }

    private static TypeSyntax? DeclaredType(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
        _ => null,
    };

    private static ExpressionSyntax? DeclaredInitializer(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        ParameterSyntax parameter => parameter.Default?.Value,
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        _ => null,
    };
}
