using Microsoft.CodeAnalysis;
using Synapse.Generators.Pipelines;

namespace Synapse.Generators;

/// <summary>Writes the wiring between an author's classes and the platform; one pipeline a concept.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SynapseGenerator : IIncrementalGenerator
{
    private readonly bool memoize;

    /// <summary>Called by the compiler.</summary>
    public SynapseGenerator()
        : this(memoize: true)
    {
    }

    /// <summary>For tests: output must be the same with and without the memo.</summary>
    internal SynapseGenerator(bool memoize) => this.memoize = memoize;

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        ParamsPipeline.Register(context, memoize);
        var actions = ActionPipelines.Register(context, memoize);
        CodecPipeline.Register(context, actions, JournaledPipeline.Register(context, memoize));
        PluginPipeline.Register(context, actions);
    }
}
