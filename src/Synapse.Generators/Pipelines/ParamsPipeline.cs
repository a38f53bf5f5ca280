using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Emission.Params;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Params;

namespace Synapse.Generators.Pipelines;

/// <summary><c>[Params]</c> type → model → the second part of its declaration.</summary>
internal static class ParamsPipeline
{
    public const string TrackingParse = "Params.Parse";

    public static void Register(IncrementalGeneratorInitializationContext context, Memo<ParamsModel> memo)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Synapse.ParamsAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                (match, cancellation) => Answer.IsFirst(match, cancellation)
                    ? memo.GetOrBuild(
                        match.TargetNode,
                        match.SemanticModel.Compilation,
                        () => ParamsParser.Parse((INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation, findings: null, cancellation),
                        cancellation)
                    : null)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingParse);
        context.RegisterSourceOutput(parsed, static (output, model) => output.AddSource(ParamsEmitter.HintName(model!), ParamsEmitter.Emit(model!)));
    }
}
