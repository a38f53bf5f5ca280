using Microsoft.CodeAnalysis;
using Synapse.Generators.Pipelines;

namespace Synapse.Generators;

/// <summary>Writes the wiring between an author's classes and the platform; one pipeline a concept.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SynapseGenerator : IIncrementalGenerator
{
    /// <summary>Called by the compiler.</summary>
    public SynapseGenerator()
        : this(memoize: true)
    {
    }

    /// <summary>For tests: output must be the same with and without the memo.</summary>
    internal SynapseGenerator(bool memoize) => Memos = new(memoize);

    /// <summary>For tests of edit cost.</summary>
    internal Memos Memos { get; }

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        ParamsPipeline.Register(context, Memos.Params);
        var actions = ActionPipelines.Register(context, Memos.Actions);
        CodecPipeline.Register(context, actions, JournaledPipeline.Register(context, Memos.Journaled));
        PluginPipeline.Register(context, actions);
    }
}
