using Microsoft.CodeAnalysis.Text;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.CodeFixes.Refactorings;

/// <summary>One part of the body of Execute that becomes a step.</summary>
/// <param name="Statements">What it does.</param>
/// <param name="Value">The one local that later parts read, or null.</param>
/// <param name="Reads">Parameters of Execute, and values of earlier parts, that it reads.</param>
/// <param name="IsSelected">Whether the author selected it.</param>
internal sealed record ExecutePart(IReadOnlyList<StatementSyntax> Statements, ILocalSymbol? Value, IReadOnlyList<ISymbol> Reads, bool IsSelected)
{
    /// <summary>Whether something in it is awaited, other than in functions of its own.</summary>
    public bool Awaits => Statements.SelectMany(s => s.DescendantNodesAndSelf(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        .Any(n => n is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } or UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword });
}

/// <summary>Cuts the body of Execute where the author selected statements, if each part leaves at most one value that can be journaled.</summary>
internal sealed class ExecuteCut(SemanticModel model, MethodDeclarationSyntax method, CancellationToken cancellation)
{
    /// <summary>Null where steps would not do the same.</summary>
    public List<ExecutePart>? At(TextSpan selection)
    {
        var all = method.Body!.Statements;
        var first = all.IndexOf(s => s.Span.IntersectsWith(selection));
        var count = all.Skip(Math.Max(first, 0)).TakeWhile(s => s.Span.IntersectsWith(selection)).Count();
        var isWhole = count > 0 && selection.Start <= all[first].SpanStart && selection.End >= all[first + count - 1].Span.End;
        if (!isWhole || count == all.Count || all.Any(s => s is LocalFunctionStatementSyntax or LabeledStatementSyntax) || SharesInstance())
        {
            return null;
        }

        var ranges = new[] { (From: 0, To: first), (From: first, To: first + count), (From: first + count, To: all.Count) }.Where(r => r.To > r.From).ToList();
        var parts = new List<ExecutePart>();
        var values = new List<ILocalSymbol>();
        foreach (var (from, to) in ranges)
        {
            if (Part([.. all.Skip(from).Take(to - from)], isLast: to == all.Count, values, from == first) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.All(p => p.Value is null || IsSafeToCopy(p.Value, parts)) ? parts : null;
    }

    // Each step reads a copy of its own: what one of them changes in it, the next would not see.
    private static bool IsSafeToCopy(ILocalSymbol value, List<ExecutePart> parts) =>
        value.Type.IsValueType || value.Type is { SpecialType: SpecialType.System_String } or { Name: "DurableList" } ||
        parts.Count(p => p.Reads.Contains(value, SymbolEqualityComparer.Default)) <= 1;

    private ExecutePart? Part(StatementSyntax[] statements, bool isLast, List<ILocalSymbol> earlier, bool isSelected)
    {
        var flow = model.AnalyzeDataFlow(statements[0], statements[statements.Length - 1])!;
        var control = model.AnalyzeControlFlow(statements[0], statements[statements.Length - 1])!;
        if (!flow.Succeeded || !control.Succeeded || !isLast && (!control.ExitPoints.IsEmpty || !control.EndPointIsReachable || statements.Any(s => s is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword })))
        {
            return null;
        }

        // Who changes what came from outside would have to hand on that too.
        var declared = new HashSet<ISymbol>(flow.VariablesDeclared, SymbolEqualityComparer.Default);
        var reads = flow.ReadInside.Where(s => !declared.Contains(s)).ToList();
        var left = isLast ? [] : flow.DataFlowsOut.Concat(flow.VariablesDeclared.Where(v => IsReadAfter(v, statements))).Distinct(SymbolEqualityComparer.Default).ToList();
        if (flow.WrittenInside.Any(s => !declared.Contains(s)) || left.Count > 1 ||
            reads.OfType<ILocalSymbol>().Any(l => !earlier.Contains(l, SymbolEqualityComparer.Default)))
        {
            return null;
        }

        var value = left.Count == 0 ? null : left[0] as ILocalSymbol;
        if (left.Count == 1 && (value is null || value.IsRef || !CanBeHandedOn(value, earlier)))
        {
            return null;
        }

        if (value is not null)
        {
            earlier.Add(value);
        }

        return new(statements, value, reads, isSelected);
    }

    // A lambda may read it later without that being a flow.
    private bool IsReadAfter(ISymbol variable, StatementSyntax[] statements) =>
        method.Body!.Statements.SkipWhile(s => s != statements[statements.Length - 1]).Skip(1)
            .SelectMany(s => s.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(n => n.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n, cancellation).Symbol, variable));

    // By its type alone it is found again, so no two may have one.
    private bool CanBeHandedOn(ILocalSymbol value, List<ILocalSymbol> earlier) =>
        earlier.All(e => !SymbolEqualityComparer.Default.Equals(e.Type, value.Type)) &&
        value.Type.GetAttributes().All(a => a.AttributeClass?.Name != "ParamsAttribute") && !ContextParameter.IsContext(value.Type) &&
        (value.Type is INamedTypeSymbol { Name: "DurableList", TypeArguments: [var row] } && value.Type.ContainingNamespace.Name == "Synapse" ? CanBeJournaled(row) : CanBeJournaled(value.Type));

    private bool CanBeJournaled(ITypeSymbol type) => new CodecParser(model.Compilation, cancellation).Parse(type, out _) is not null;

    // Each step gets an instance of its own: only what no step changes may be read from it.
    private bool SharesInstance() => method.Body!.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Select(n => model.GetSymbolInfo(n, cancellation).Symbol)
        .Any(s => s is { IsStatic: false, ContainingType: { } type } && SymbolEqualityComparer.Default.Equals(type, model.GetDeclaredSymbol(method, cancellation)!.ContainingType) && s switch
        {
            IFieldSymbol field => !field.IsReadOnly || IsCollection(field.Type),
            IPropertySymbol property => property.SetMethod is not null || IsCollection(property.Type),
            _ => false,
        });

    private static bool IsCollection(ITypeSymbol type) => type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(i => i.Name == "IEnumerable");
}
