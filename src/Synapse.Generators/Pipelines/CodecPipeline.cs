using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>The codecs that all actions need, one file a type.</summary>
internal static class CodecPipeline
{
    public const string TrackingCodecs = "Codecs";

    public static void Register(IncrementalGeneratorInitializationContext context, ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> actions)
    {
        IncrementalValueProvider<ImmutableArray<EquatableArray<CodecModel>>>? all = null;
        foreach (var kind in actions)
        {
            var codecs = kind.Select(static (result, _) => result.Codecs).Collect();
            all = all is { } before ? before.Combine(codecs).Select(static (pair, _) => pair.Left.AddRange(pair.Right)) : codecs;
        }

        var distinct = all!.Value
            .SelectMany(static (found, _) => found.SelectMany(models => models).GroupBy(m => m.ClassName, StringComparer.Ordinal).Select(g => g.First()))
            .WithTrackingName(TrackingCodecs);
        context.RegisterSourceOutput(distinct, static (output, codec) => output.AddSource(CodecEmitter.HintName(codec), CodecEmitter.Emit(codec)));
    }
}
