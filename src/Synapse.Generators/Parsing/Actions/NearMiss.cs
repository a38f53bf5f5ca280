using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What the fixes have to know of an output that a parameter nearly takes.</summary>
internal static class NearMiss
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static ImmutableDictionary<string, string?> None => ImmutableDictionary<string, string?>.Empty;

    /// <summary>The parameter may ask for what the step returns.</summary>
    public static ImmutableDictionary<string, string?> Ask(Producer producer)
    {
        var value = producer.Returns.Value!.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(Full);
        var type = producer.Returns.IsRows ? $"global::Synapse.DurableList<{producer.Returns.Value!.ToDisplayString(Full)}>" : value;
        return None.Add(FixProperties.Type, producer.MayBeMissing ? type.TrimEnd('?') + "?" : type);
    }

    /// <summary>The same; and the step may return what is asked for, where its value converts to that and that can be journaled.</summary>
    public static ImmutableDictionary<string, string?> EitherSide(Producer producer, Ask ask, Compilation compilation)
    {
        var fits = !ask.IsRows && !producer.Returns.IsRows && producer.Step.Uses is null &&
            compilation.HasImplicitConversion(producer.Returns.Value!, ask.Type) &&
            new CodecParser(compilation).Parse(ask.Type, out _) is not null;
        return fits
            ? Ask(producer).Add(FixProperties.Producer, producer.Step.Method.Name).Add(FixProperties.Returned, ask.Type.ToDisplayString(Full))
            : Ask(producer);
    }

    /// <summary>The step may wait for the one that returns what it asks for, unless it waits for another already.</summary>
    public static ImmutableDictionary<string, string?>? After(StepSource step, StepSource later) =>
        step is { Uses: null, Before: null, After: null } ? None.Add(FixProperties.After, later.Reference) : null;

    /// <summary>The parameter may ask for the context that the action has.</summary>
    public static ImmutableDictionary<string, string?> Context(ActionScope scope) => None.Add(FixProperties.Type, "global::" + scope.Kind.ContextMetadataName);
}
