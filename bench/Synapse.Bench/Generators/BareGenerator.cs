using Microsoft.CodeAnalysis;

namespace Synapse.Bench.Generators;

/// <summary>The least that a generator over these attributes can be: finds the classes, writes one line for each.</summary>
#pragma warning disable RS1036, RS1038, RS1041, RS1042 // never loaded by a compiler
internal sealed class BareGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in (string[])["Synapse.TrainActionAttribute", "Synapse.ParamsAttribute"])
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (_, _) => true, static (match, _) => match.TargetSymbol.Name);
            context.RegisterSourceOutput(names, static (output, name) => output.AddSource(name + ".g.cs", $"// {name}"));
        }
    }
}
