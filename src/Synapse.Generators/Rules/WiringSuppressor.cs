using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Rules;

/// <summary>
/// Silences rules of others that do not know of the wiring: steps are called by generated code, and validation
/// attributes of params are read at compile time only, so what their constructors carry is never linked.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WiringSuppressor : DiagnosticSuppressor
{
    private const string Called = "Generated code calls it.";

    private static readonly SuppressionDescriptor[] Members =
    [
        new("SYNS001", "IDE0051", Called),
        new("SYNS002", "IDE0060", "What a step asks for decides on the order of the data, used or not."),
        new("SYNS003", "CA1822", "A step may become one that uses its instance; generated code calls both."),
    ];

    private static readonly SuppressionDescriptor Class = new("SYNS004", "CA1812", "Generated code makes it.");

    private static readonly SuppressionDescriptor Validation = new("SYNS005", "IL2026", "The attribute is read at compile time and its code is not linked.");

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Members, Class, Validation];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (Suppression(diagnostic, context) is { } suppression)
            {
                context.ReportSuppression(Microsoft.CodeAnalysis.Diagnostics.Suppression.Create(suppression, diagnostic));
            }
        }
    }

    private static SuppressionDescriptor? Suppression(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        var model = context.GetSemanticModel(tree);
        if (diagnostic.Id == Validation.SuppressedDiagnosticId)
        {
            return IsValidationOfParams(node, model, context) ? Validation : null;
        }

        if (diagnostic.Id == Class.SuppressedDiagnosticId)
        {
            return TypeAround(node, model, context) is { } type && ActionKinds.Of(type).Count > 0 ? Class : null;
        }

        return MethodAround(node, model, context) is { } method && (IsWired(method) || IsHook(method, model.Compilation))
            ? Array.Find(Members, m => m.SuppressedDiagnosticId == diagnostic.Id)
            : null;
    }

    private static bool IsValidationOfParams(SyntaxNode node, SemanticModel model, SuppressionAnalysisContext context) =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is not null &&
        TypeAround(node, model, context) is { } type && ParamsOfAction.IsParams(type);

    private static INamedTypeSymbol? TypeAround(SyntaxNode node, SemanticModel model, SuppressionAnalysisContext context) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration, context.CancellationToken) : null;

    private static IMethodSymbol? MethodAround(SyntaxNode node, SemanticModel model, SuppressionAnalysisContext context) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration, context.CancellationToken) : null;

    private static bool IsHook(IMethodSymbol method, Compilation compilation) =>
        method.DeclaredAccessibility == Accessibility.Public &&
        HookSet.Of(method.ContainingType, compilation).Any(set => HookSet.Methods(set, KnownTypes.Of(compilation)).Any(hook => hook.Name == method.Name));

    // The method itself, or one that a step of the same class names.
    private static bool IsWired(IMethodSymbol method)
    {
        if (Attributes.Find(method, "Synapse.StepAttribute") is not null || ActionKinds.Of(method).Count > 0 || ActionKinds.Of(method.ContainingType).Count > 0 && method.Name is "Execute" or "ExecuteAsync")
        {
            return true;
        }

        return method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Select(m => Attributes.Find(m, "Synapse.StepAttribute"))
            .Any(step => step is not null && (step.Named<string>("Rollback") == method.Name || step.Named<string>("SkipWhen") == method.Name));
    }
}
