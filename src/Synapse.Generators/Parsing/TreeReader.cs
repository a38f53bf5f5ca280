using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Synapse.Generators.Parsing;

/// <summary>Reads the <see cref="TreeFacts"/> of a file in one pass over its declarations.</summary>
internal sealed class TreeReader(SyntaxTree tree, CancellationToken cancellation)
{
    private readonly HashSet<string> declares = new(StringComparer.Ordinal);
    private readonly HashSet<string> mentions = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);
    private Hash128 hash;
    private bool isOfSystem;

    public TreeFacts Read()
    {
        // The name of the file decides whether the compiler takes it for generated, where other rules of null hold; and
        // it keeps two file-local types of one name apart.
        hash.Add(tree.FilePath);
        if (tree.Options is CSharpParseOptions options)
        {
            hash.Add((ulong)options.LanguageVersion);
        }

        var root = tree.GetRoot(cancellation);
        AddHeader(root);
        foreach (var item in root.DescendantNodesAndTokens(node => !IsBody(node)))
        {
            if (item.IsToken)
            {
                AddToken(item.AsToken());
            }
            else
            {
                AddNode(item.AsNode()!);
            }
        }

        var (shared, sharedMentions) = root is CompilationUnitSyntax unit ? Shared(unit) : (null, []);
        return new()
        {
            Hash = hash,
            Declares = [.. declares],
            Mentions = [.. mentions],
            Names = [.. names],
            Namespaces = [.. namespaces],
            Shared = shared,
            SharedMentions = sharedMentions,
            IsOfSystem = isOfSystem,
        };
    }

    // A directive in a body can reach beyond it (#nullable), so such a body counts whole. The arrow of a property counts
    // too: its value may be read as a default.
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax } => !node.ContainsDirectives,
        ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax } => !node.ContainsDirectives,
        _ => false,
    };

    private void AddNode(SyntaxNode node)
    {
        switch (node)
        {
            case BlockSyntax or ArrowExpressionClauseSyntax when IsBody(node):
                // That there is a body at all is part of the declaration; an accessor's that names the field makes one.
                hash.Add((ulong)node.RawKind);
                hash.Add(node.Parent is AccessorDeclarationSyntax && node.DescendantTokens().Any(t => t.Text == "field") ? 1UL : 0UL);
                break;
            case BaseNamespaceDeclarationSyntax @namespace:
                AddNamespace(FullName(@namespace));
                break;
            case BaseTypeDeclarationSyntax { Identifier: var name } type when name.ValueText.Length > 0:
                AddType(type, name.ValueText);
                break;
            case DelegateDeclarationSyntax @delegate:
                AddType(@delegate, @delegate.Identifier.ValueText);
                break;
            case GlobalStatementSyntax:
                names.Add("Program");
                Declare(string.Empty, "Program");
                break;
            case MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } extension when first.Modifiers.Any(SyntaxKind.ThisKeyword):
                declares.Add(extension.Identifier.ValueText);
                break;
            case MethodDeclarationSyntax { Parent: { } parent } method when IsExtensionBlock(parent):
                declares.Add(method.Identifier.ValueText);
                break;
            case PropertyDeclarationSyntax { Parent: { } parent } property when IsExtensionBlock(parent):
                declares.Add(property.Identifier.ValueText);
                break;
        }
    }

    // Newer compilers than the one built against have a node of their own for it, which is a type without a name.
    private static bool IsExtensionBlock(SyntaxNode node) => node is TypeDeclarationSyntax { Identifier.ValueText.Length: 0 };

    private void AddNamespace(string name)
    {
        namespaces.Add(name);
        names.UnionWith(name.Split('.'));
    }

    private void AddType(SyntaxNode type, string name)
    {
        names.Add(name);
        var outer = type.Parent;
        while (outer is not null and not BaseNamespaceDeclarationSyntax and not TypeDeclarationSyntax)
        {
            outer = outer.Parent;
        }

        // A nested type is found through the type around it only, and that one is declared here as well.
        if (outer is not TypeDeclarationSyntax)
        {
            Declare(outer is BaseNamespaceDeclarationSyntax @namespace ? FullName(@namespace) : string.Empty, name);
        }
    }

    // The parts of a type look for each other by the full name; everything else may stand anywhere with its simple name.
    private void Declare(string space, string name)
    {
        var full = space + "::" + name;
        declares.Add(name);
        declares.Add(full);
        mentions.Add(full);
        isOfSystem |= space == "System" || space.StartsWith("System.", StringComparison.Ordinal);
    }

    private static string FullName(BaseNamespaceDeclarationSyntax @namespace)
    {
        var name = string.Join(".", @namespace.Name.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
        return @namespace.Parent is BaseNamespaceDeclarationSyntax outer ? FullName(outer) + "." + name : name;
    }

    private void AddToken(SyntaxToken token)
    {
        AddToken(ref hash, token);
        AddMention(mentions, token);
    }

    private static void AddMention(HashSet<string> mentions, SyntaxToken token)
    {
        if (token.Parent is SimpleNameSyntax name && token.IsKind(SyntaxKind.IdentifierToken))
        {
            mentions.Add(token.ValueText);
            if (IsOfAttribute(name))
            {
                mentions.Add(token.ValueText + "Attribute");
            }
        }
    }

    private static bool IsOfAttribute(SyntaxNode name)
    {
        while (name.Parent is NameSyntax outer)
        {
            name = outer;
        }

        return name.Parent is AttributeSyntax;
    }

    private static void AddToken(ref Hash128 hash, SyntaxToken token)
    {
        hash.Add((ulong)token.RawKind);
        if (!SyntaxFacts.IsPunctuation(token.Kind()))
        {
            hash.Add(token.Text);
        }

        if (token.HasLeadingTrivia)
        {
            AddTrivia(ref hash, token.LeadingTrivia);
        }
    }

    private static void AddTrivia(ref Hash128 hash, SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
        {
            if (item.IsDirective || DocComments.IsDocComment(item))
            {
                hash.Add(item.ToFullString());
            }
        }
    }

    // "<auto-generated>" above all code switches annotations of null off.
    private void AddHeader(SyntaxNode root)
    {
        foreach (var item in root.GetLeadingTrivia())
        {
            if (item.IsKind(SyntaxKind.SingleLineCommentTrivia) || item.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                hash.Add(item.ToString());
            }
        }
    }

    private static (Hash128? Hash, string[] Mentions) Shared(CompilationUnitSyntax unit)
    {
        var usings = unit.Usings.Where(u => !u.GlobalKeyword.IsKind(SyntaxKind.None)).ToList<SyntaxNode>();
        var parts = usings.Concat(unit.AttributeLists).ToList();
        if (parts.Count == 0)
        {
            return (null, []);
        }

        var hash = default(Hash128);
        var mentions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in unit.Externs.Concat(parts).SelectMany(p => p.DescendantTokens()))
        {
            AddToken(ref hash, token);
            AddMention(mentions, token);
        }

        return (hash, [.. mentions]);
    }
}
