using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Emission.Actions;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>One pipeline for each action attribute: symbol → model → the second part of the class.</summary>
internal static class ActionPipelines
{
    public const string TrackingParse = "Action.Parse";
    public const string TrackingAction = "Action";

    public static ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> Register(IncrementalGeneratorInitializationContext context, Memo<ActionParser.Result> memo)
    {
        var results = ImmutableArray.CreateBuilder<IncrementalValuesProvider<ActionParser.Result>>();
        foreach (var kind in ActionKinds.All)
        {
            var parsed = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    kind.AttributeMetadataName,
                    static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax or MethodDeclarationSyntax,
                    (match, cancellation) => IsTheAnswer(match, kind, cancellation)
                        ? memo.GetOrBuild(match.TargetNode, match.SemanticModel.Compilation, () => Parse(match, cancellation), cancellation)
                        : null)
                .WithTrackingName(TrackingParse)
                .Where(static result => result is not null)
                .Select(static (result, _) => result!);
            var actions = parsed.Select(static (result, _) => result.Action).WithTrackingName(TrackingAction);
            context.RegisterSourceOutput(actions, static (output, action) => output.AddSource(ActionEmitter.HintName(action), ActionEmitter.Emit(action)));
            results.Add(parsed);
        }

        return results.ToImmutable();
    }

    private static ActionParser.Result? Parse(GeneratorAttributeSyntaxContext match, CancellationToken cancellation) =>
        ActionParser.Parse(match.TargetSymbol, match.SemanticModel.Compilation, findings: null, cancellation);

    // A class with two action attributes, or with one on each of two parts, is matched twice and answered once.
    private static bool IsTheAnswer(GeneratorAttributeSyntaxContext match, ActionKind kind, CancellationToken cancellation)
    {
        if (Answer.IsOnly(match))
        {
            return true;
        }

        var (first, attribute) = ActionKinds.Of(match.TargetSymbol)[0];
        return first == kind && Answer.IsAt(match, attribute, cancellation);
    }
}
