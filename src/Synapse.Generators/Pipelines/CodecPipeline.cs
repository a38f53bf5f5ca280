using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Pipelines;

/// <summary>Writes each codec once, however many actions need it.</summary>
internal static class CodecPipeline
{
    public const string Tracking = "Codecs";

    /// <param name="context">The generator's.</param>
    /// <param name="needed">The codecs that each model needs; all sources of codecs in one provider.</param>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<CodecModel>> needed)
    {
        var distinct = needed.SelectMany((codecs, _) => Distinct(codecs)).WithTrackingName(Tracking);
        context.RegisterSourceOutput(distinct, (output, codec) => output.AddSource(CodecEmitter.HintName(codec), CodecEmitter.Emit(codec)));
    }

    private static IEnumerable<CodecModel> Distinct(EquatableArray<CodecModel> codecs) =>
        codecs.GroupBy(c => c.ClassName, StringComparer.Ordinal).Select(g => g.First()).OrderBy(c => c.ClassName, StringComparer.Ordinal);
}
