using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>SYN2016: what a loop returns for an item has a codec that the wiring of its action makes known.</summary>
internal sealed class LoopResultRule(BodySymbols known, ActionBodies bodies, Compilation compilation)
{
    // Those that LoopCodecs knows by itself.
    private static readonly string[] Scalars = ["bool", "int", "long", "double", "string", "System.Guid"];

    // Annotations of references make no other type at run time.
    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Lazy<HashSet<string>> journaled = new(() => Journaled(bodies.Type, compilation));

    public void Check(OperationAnalysisContext context, IInvocationOperation call)
    {
        var types = known.IsLoop(call.TargetMethod) ? call.TargetMethod.TypeArguments : [];
        if (types.Length != 2 || Names.IsUnknown(types[1]) || IsOpen(types[1]) || IsJournaled(types[1]))
        {
            return;
        }

        var result = types[1];
        var isOwn = result is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false, IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct };
        context.ReportDiagnostic(Diagnostic.Create(
            StepRules.LoopResultHasNoCodec,
            Operations.NameOf(call),
            Names.Display(result),
            bodies.Type.Name,
            isOwn ? $"Mark '{result.Name}' [Journaled]." : "Return a record of your own that is [Journaled]."));
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    private bool IsJournaled(ITypeSymbol type) =>
        Array.IndexOf(Scalars, type.ToDisplayString(Plain)) >= 0 ||
        Attributes.Find(type, "Synapse.JournaledAttribute") is not null ||
        journaled.Value.Contains(type.ToDisplayString(Plain));

    // The wiring makes known what the steps return, those of sets too.
    private static HashSet<string> Journaled(INamedTypeSymbol type, Compilation compilation)
    {
        var types = KnownTypes.Of(compilation);
        var sets = type.GetAttributes().Where(a => a.AttributeClass is { Name: "UseStepsAttribute" }).SelectMany(a => a.AttributeClass!.TypeArguments).OfType<INamedTypeSymbol>();
        return new(
            sets.Prepend(type).SelectMany(t => t.GetMembers()).OfType<IMethodSymbol>()
                .Where(m => Attributes.Find(m, "Synapse.StepAttribute") is not null || m.Name is "Execute" or "ExecuteAsync" || ActionKinds.Of(m).Count > 0)
                .Select(m => Returns.Of(m, types).Value)
                .OfType<ITypeSymbol>()
                .Select(t => t.ToDisplayString(Plain)),
            StringComparer.Ordinal);
    }
}
