using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What every part of one action's parse needs.</summary>
internal sealed class ActionScope(ISymbol action, ActionKind kind, Compilation compilation, Verdict verdict, CancellationToken cancellation)
{
    public ISymbol Action { get; } = action;

    public ActionKind Kind { get; } = kind;

    public Compilation Compilation { get; } = compilation;

    public KnownTypes Known { get; } = KnownTypes.Of(compilation);

    public Verdict Verdict { get; } = verdict;

    public CancellationToken Cancellation { get; } = cancellation;

    public ParamsOfAction Params { get; } = new(action, verdict);

    private readonly INamedTypeSymbol? context = compilation.GetTypeByMetadataName(kind.ContextMetadataName);

    public bool IsContext(ITypeSymbol type) => KnownTypes.Is(type, Known.ActionContext) || KnownTypes.Is(type, context);

    /// <summary>A context of another kind of action; asking for it is the most common slip.</summary>
    public bool IsOtherContext(ITypeSymbol type) =>
        !IsContext(type) && type.BaseType is { } parent && KnownTypes.Is(parent, Known.ActionContext);

    public static string Keyword(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        _ => "ref readonly",
    };

    public static string FullName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
