using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Model;

namespace Synapse.Generators.Parsing;

/// <summary>Reads from a symbol what a second part of its declaration has to repeat.</summary>
internal static class PartialTypes
{
    public static PartialType Read(INamedTypeSymbol type, Compilation compilation)
    {
        var headers = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            headers.Insert(0, Header(current));
        }

        return new(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(Qualified),
            headers.ToEquatableArray(),
            Escape(type.Name),
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            MetadataName(type),
            DiffersInCaseOnly(type, compilation));
    }

    /// <summary>The type itself and every type around it is <c>partial</c>, as the compiler asks for a second part.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartialItself(current, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsPartialItself(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation) is TypeDeclarationSyntax t && t.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, '+').Insert(0, outer.MetadataName);
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString().Replace("@", string.Empty) + "." + name
            : name.ToString();
    }

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Whether another declaration has this one's name in another casing; file names may not tell the two apart.</summary>
    public static bool DiffersInCaseOnly(INamedTypeSymbol type, Compilation compilation)
    {
        for (ISymbol? part = type; part is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; part = part.ContainingSymbol)
        {
            if (NamesThatDifferInCase.Have(part.Name, compilation))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static string Header(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {kind} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
    }
}
