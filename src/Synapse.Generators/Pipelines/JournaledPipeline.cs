using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Emission;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Pipelines;

/// <summary><c>[Journaled]</c> types → their codecs, made known when the assembly is loaded.</summary>
internal static class JournaledPipeline
{
    public const string TrackingJournaled = "Journaled";

    private const string AttributeName = "Synapse.JournaledAttribute";

    public static IncrementalValuesProvider<JournaledType> Register(IncrementalGeneratorInitializationContext context, Memo<JournaledType> memo)
    {
        var types = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                (match, cancellation) => Answer.IsFirst(match, cancellation)
                    ? memo.GetOrBuild(match.TargetNode, match.SemanticModel.Compilation, () => Parse((INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation), cancellation)
                    : null)
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .WithTrackingName(TrackingJournaled);
        context.RegisterSourceOutput(types, static (output, type) => output.AddSource(HintName.Of(type.MetadataName, "Journaled", type.IsAmbiguous), JournaledEmitter.Emit(type.Type, type.Instance)));
        return types;
    }

    private static JournaledType? Parse(INamedTypeSymbol type, Compilation compilation)
    {
        var codecs = new CodecParser(compilation);
        return codecs.Parse(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), out _) is { } codec ? new(codec.Type, PartialTypes.MetadataName(type), PartialTypes.DiffersInCaseOnly(type, compilation), codec.Instance, codecs.Models) : null;
    }
}
