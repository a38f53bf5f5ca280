using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission;
using Synapse.Generators.Model;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Pipelines;

/// <summary>Summaries of all actions → the manifest, and the entry point of an executable.</summary>
internal static class PluginPipeline
{
    public const string TrackingProgram = "Program";
    public const string TrackingPlugin = "Plugin";
    public const string TrackingSummaries = "Summaries";
    public const string TrackingManifest = "Manifest";

    public static void Register(IncrementalGeneratorInitializationContext context, ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> actions)
    {
        var program = context.CompilationProvider.Select(static (c, cancellation) => PluginParser.Program(c, cancellation)).WithTrackingName(TrackingProgram);
        var plugin = context.CompilationProvider.Select(static (c, _) => PluginParser.Parse(c.Assembly, findings: null)).WithTrackingName(TrackingPlugin);
        var summaries = Summaries(actions).WithTrackingName(TrackingSummaries);
        var declared = plugin.Combine(program).Select(static (pair, _) => new DeclaredPlugin(pair.Left, pair.Right));
        var manifest = summaries.Combine(declared).WithTrackingName(TrackingManifest);
        context.RegisterSourceOutput(manifest, static (output, model) => Write(output, model.Left.All, model.Right));
    }

    private static void Write(SourceProductionContext output, EquatableArray<ActionSummary> actions, DeclaredPlugin declared)
    {
        if (actions.IsEmpty && declared.Attribute is null)
        {
            return;
        }

        output.AddSource("Plugin.g.cs", PluginEmitter.Manifest(declared.Attribute, declared.Program, Distinct(actions)));
        if (declared.Program is { IsExecutable: true, HasEntryPoint: false })
        {
            output.AddSource("Main.g.cs", PluginEmitter.Main(declared.Program));
        }
    }

    // Of invalid actions the flag counts only: a program whose one action is wrong still needs its entry point.
    private static IncrementalValueProvider<ActionSummaries> Summaries(ImmutableArray<IncrementalValuesProvider<ActionParser.Result>> actions)
    {
        IncrementalValueProvider<ImmutableArray<ActionSummary>>? all = null;
        foreach (var kind in actions)
        {
            var summaries = kind
                .Select(static (result, _) => new ActionSummary(result.Action.Name, result.Action.IsValid ? result.Action.WiringType : string.Empty))
                .Collect();
            all = all is { } before ? before.Combine(summaries).Select(static (pair, _) => pair.Left.AddRange(pair.Right)) : summaries;
        }

        return all!.Value.Select(static (found, _) => new ActionSummaries(
            found.OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.WiringType, StringComparer.Ordinal).ToEquatableArray()));
    }

    private static IEnumerable<ActionSummary> Distinct(EquatableArray<ActionSummary> actions) =>
        actions.Where(a => a.WiringType.Length > 0).GroupBy(a => a.Name, StringComparer.Ordinal).Select(g => g.First());
}
