using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>
/// The codecs that actions and journaled types need: one file for each of them, and a codec that several need in the first
/// by name. Not a file for each codec, because the compiler compares the name of every file with all others, at every key.
/// </summary>
internal static class CodecPipeline
{
    public const string TrackingShared = "Codecs.Shared";
    public const string TrackingCodecs = "Codecs";

    public static void Register(IncrementalGeneratorInitializationContext context, ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> actions, IncrementalValuesProvider<JournaledType> journaled)
    {
        ImmutableArray<IncrementalValuesProvider<CodecFile>> all =
        [
            journaled.Select(static (type, _) => CodecEmitter.File(type)),
            .. actions.Select(kind => kind.Select(static (result, _) => CodecEmitter.File(result))),
        ];
        var shared = all.Skip(1)
            .Aggregate(all[0].Collect(), static (before, next) => before.Combine(next.Collect()).Select(static (pair, _) => pair.Left.AddRange(pair.Right)))
            .Select(static (files, _) => Shared(files))
            .WithTrackingName(TrackingShared);
        foreach (var files in all)
        {
            // By file and not from a list of all, in which each would be another one when one is added before it.
            var own = files
                .Combine(shared)
                .Select(static (pair, _) => Own(pair.Left, pair.Right))
                .Where(static file => !file.Codecs.IsEmpty)
                .WithTrackingName(TrackingCodecs);
            context.RegisterSourceOutput(own, static (output, file) => output.AddSource(file.HintName, CodecEmitter.Emit(file)));
        }
    }

    // By names and not in the order of files, so that another order of files writes the same.
    private static SharedCodecs Shared(ImmutableArray<CodecFile> files) => new(files
        .SelectMany(file => file.Codecs.Select(codec => new SharedCodec(codec.ClassName, file.HintName)))
        .GroupBy(need => need.ClassName, StringComparer.Ordinal)
        .Where(needs => needs.Skip(1).Any())
        .Select(needs => needs.OrderBy(need => need.HintName, StringComparer.Ordinal).First())
        .OrderBy(codec => codec.ClassName, StringComparer.Ordinal)
        .ToEquatableArray());

    private static CodecFile Own(CodecFile file, SharedCodecs shared)
    {
        var elsewhere = new HashSet<string>(shared.All.Where(codec => codec.HintName != file.HintName).Select(codec => codec.ClassName), StringComparer.Ordinal);
        return file with { Codecs = file.Codecs.Where(codec => !elsewhere.Contains(codec.ClassName)).ToEquatableArray() };
    }
}
