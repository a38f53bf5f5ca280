using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>
/// The codecs that actions and journaled types need: one file for each of them, and each codec in the first that needs it.
/// Not a file for each codec, because the compiler compares the name of every file with all others, at every key.
/// </summary>
internal static class CodecPipeline
{
    public const string TrackingCodecs = "Codecs";

    public static void Register(IncrementalGeneratorInitializationContext context, ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> actions, IncrementalValuesProvider<JournaledType> journaled)
    {
        var all = journaled.Select(static (type, _) => CodecEmitter.File(type)).Collect();
        foreach (var kind in actions)
        {
            var files = kind.Select(static (result, _) => CodecEmitter.File(result)).Collect();
            all = all.Combine(files).Select(static (pair, _) => pair.Left.AddRange(pair.Right));
        }

        var distinct = all.SelectMany(static (files, _) => Distinct(files)).WithTrackingName(TrackingCodecs);
        context.RegisterSourceOutput(distinct, static (output, file) => output.AddSource(file.HintName, CodecEmitter.Emit(file)));
    }

    // By names and not in the order of files, so that another order of files writes the same.
    private static List<CodecFile> Distinct(ImmutableArray<CodecFile> files)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var distinct = new List<CodecFile>(files.Length);
        foreach (var owner in files.GroupBy(f => f.HintName, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var codecs = owner.SelectMany(f => f.Codecs).Where(c => taken.Add(c.ClassName)).ToEquatableArray();
            if (!codecs.IsEmpty)
            {
                distinct.Add(new(owner.Key, codecs));
            }
        }

        return distinct;
    }
}
