using System.Reflection;
using Synapse.Wiring;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Params types compiled with what is generated for them, and loaded.</summary>
internal sealed class BoundAssembly(Assembly assembly, IReadOnlyList<string> members)
{
    private const string Header = """
        using Synapse; using System.ComponentModel.DataAnnotations; using System.Text.Json; using System.Text.Json.Serialization;
        public enum Color { Red, Blue }
        [Params] public partial record Sub { public double Lr { get; init; } = 0.1; public required int Steps { get; init; } }
        """;

    /// <summary>One params type for each declaration of members.</summary>
    public static BoundAssembly Compile(IReadOnlyList<string> members)
    {
        var types = members.Select((m, i) => $"[Params] public partial record P{i} {{ {m} }}");
        return new(Load(Header + string.Join("\n", types)), members);
    }

    public static Assembly Load(params string[] sources) => Loading.Load(GeneratorTest.Output(sources));

    public ParamsDescriptor Descriptor(string member) => Descriptor(assembly.GetType("P" + members.ToList().IndexOf(member))!);

    public static ParamsDescriptor Descriptor(Type type) => (ParamsDescriptor)type.GetProperty("ParamsDescriptor")!.GetValue(null)!;
}
