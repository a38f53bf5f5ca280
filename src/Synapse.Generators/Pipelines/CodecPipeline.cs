using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>The codecs that actions and journaled types need, one file a type.</summary>
internal static class CodecPipeline
{
    public const string TrackingCodecs = "Codecs";

    public static void Register(IncrementalGeneratorInitializationContext context, ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> actions, IncrementalValuesProvider<JournaledType> journaled)
    {
        var all = journaled.Select(static (type, _) => type.Codecs).Collect();
        foreach (var kind in actions)
        {
            var codecs = kind.Select(static (result, _) => result.Codecs).Collect();
            all = all.Combine(codecs).Select(static (pair, _) => pair.Left.AddRange(pair.Right));
        }

        var distinct = all
            .SelectMany(static (found, _) => found.SelectMany(models => models).GroupBy(m => m.ClassName, StringComparer.Ordinal).Select(g => g.First()))
            .WithTrackingName(TrackingCodecs);
        context.RegisterSourceOutput(distinct, static (output, codec) => output.AddSource(CodecEmitter.HintName(codec), CodecEmitter.Emit(codec)));
    }
}
