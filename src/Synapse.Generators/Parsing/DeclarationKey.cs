using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Synapse.Generators.Parsing;

/// <summary>The full name of a declaration, read from syntax alone: namespace, nesting, arity, and a method's parameters.</summary>
internal static class DeclarationKey
{
    public static string Of(SyntaxNode declaration)
    {
        var key = new StringBuilder();
        Append(key, declaration);
        return key.ToString();
    }

    private static void Append(StringBuilder key, SyntaxNode? node)
    {
        if (node is null)
        {
            return;
        }

        Append(key, node.Parent);
        switch (node)
        {
            case BaseNamespaceDeclarationSyntax @namespace:
                key.Append(@namespace.Name).Append('.');
                break;
            case TypeDeclarationSyntax type:
                key.Append(type.Identifier.Text).Append('`').Append(type.Arity).Append('+');
                break;
            case BaseTypeDeclarationSyntax type:
                key.Append(type.Identifier.Text).Append('+');
                break;
            case MethodDeclarationSyntax method:
                key.Append(method.Identifier.Text).Append('`').Append(method.Arity).Append(method.ParameterList);
                break;
        }

        AppendPosition(key, node);
    }

    // Two of one name are two parts, or the compiler's error to report; either way each has a key of its own.
    private static void AppendPosition(StringBuilder key, SyntaxNode node)
    {
        if (Name(node) is { } name && node.Parent is { } parent)
        {
            key.Append('#').Append(parent.ChildNodes().TakeWhile(n => n != node).Count(n => Name(n) == name));
        }
    }

    private static string? Name(SyntaxNode member) => member switch
    {
        BaseNamespaceDeclarationSyntax @namespace => @namespace.Name.ToString(),
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        _ => null,
    };
}
