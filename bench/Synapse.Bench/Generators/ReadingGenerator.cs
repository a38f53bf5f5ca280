using Microsoft.CodeAnalysis;

namespace Synapse.Bench.Generators;

/// <summary>
/// The least that a generator can be whose output depends on members: asks the compiler for what the wiring of these
/// classes is made of (properties, their attributes and types; methods, what they take and return, and the members of
/// that), and writes one line a class.
/// </summary>
#pragma warning disable RS1036, RS1038, RS1041, RS1042 // never loaded by a compiler
internal sealed class ReadingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in (string[])["Synapse.TrainActionAttribute", "Synapse.ParamsAttribute"])
        {
            var counts = context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (_, _) => true, static (match, _) => (match.TargetSymbol.Name, Members: Members((INamedTypeSymbol)match.TargetSymbol)));
            context.RegisterSourceOutput(counts, static (output, type) => output.AddSource(type.Name + ".g.cs", $"// {type.Name}: {type.Members}"));
        }
    }

    private static int Members(INamedTypeSymbol type)
    {
        var count = 0;
        foreach (var member in type.GetMembers())
        {
            count += member.GetAttributes().Length + member switch
            {
                IPropertySymbol { IsImplicitlyDeclared: false } property => (int)property.Type.TypeKind,
                IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false } method => Method(method),
                _ => 0,
            };
        }

        return count;
    }

    private static int Method(IMethodSymbol method)
    {
        var count = 0;
        foreach (var parameter in method.Parameters)
        {
            count += (int)parameter.Type.TypeKind;
        }

        return count + (method.ReturnType is INamedTypeSymbol { IsGenericType: true } task ? Value(task.TypeArguments[0]) : Value(method.ReturnType));
    }

    private static int Value(ITypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty ? 0 : type.GetMembers().OfType<IPropertySymbol>().Sum(p => (int)p.Type.TypeKind);
}
