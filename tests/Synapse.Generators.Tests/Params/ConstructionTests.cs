using System.Text;
using System.Text.Json;
using Synapse.Binding;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

/// <summary>Every way in which C# lets an author declare a params type ends in the object that C# itself would make.</summary>
public sealed class ConstructionTests
{
    private static readonly string Source = $$"""
        using Synapse; using System.Text.Json.Serialization;
        [Params] public partial record Base(int Id, string Name = "base") { public int Extra { get; init; } = 7; }
        [Params] public partial record Positional(int Id, string Name, bool Flag = true) : Base(Id, Name);
        [Params] public partial record Concrete { public int A { get; init; } = 1; public required string B { get; set; } }
        [Params] public partial record FromConcrete : Concrete { public int C { get; init; } = 3; }
        [Params] public partial class WithConstructor { public WithConstructor() { Log.Add("author"); } public int A { get; set; } = 5; }
        [Params] public partial record struct Point(int X, int Y = 2) { public int Z { get; init; } = 9; }
        [Params] public partial record Holder { public Point P { get; init; } = new(1); public Point? Q { get; init; } public Point[] R { get; init; } = []; }
        [Params] public partial record Hidden : Concrete { public new long A { get; init; } = 4; }
        [Params] public partial record Initial { public int A { get; init; } = Next(); public List<int> B { get; init; } = [1]; static int Next() { Log.Add("next"); return 8; } }
        [Params] public partial record Private { public int A { get; private init; } = 1; }
        [Params] public partial record Many { {{string.Join(" ", Enumerable.Range(0, 70).Select(i => $"public {(i % 23 == 0 ? "required " : "")}int M{i} {{ get; init; }}"))}} }
        [Params] public partial record Empty;
        public static class Log { public static List<string> Lines { get; } = []; public static void Add(string line) => Lines.Add(line); }
        """;

    private static readonly Lazy<System.Reflection.Assembly> Compiled = new(() => BoundAssembly.Load(Source));

    [Fact]
    public void Compiles_and_stays_deterministic() => GeneratorTest.Run(Source);

    [Theory]
    [InlineData("Base", """{"id":1}""", """{"id":1,"name":"base","extra":7}""")]
    [InlineData("Positional", """{"name":"n","id":1,"extra":2}""", """{"id":1,"name":"n","extra":2,"flag":true}""")]
    [InlineData("FromConcrete", """{"b":"x"}""", """{"a":1,"b":"x","c":3}""")]
    [InlineData("WithConstructor", """{}""", """{"a":5}""")]
    [InlineData("Holder", """{"q":{"x":3},"r":[{"x":1,"y":1,"z":1}]}""", """{"p":{"x":1,"y":2,"z":9},"q":{"x":3,"y":2,"z":9},"r":[{"x":1,"y":1,"z":1}]}""")]
    [InlineData("Hidden", """{"b":"x","a":5000000000}""", """{"b":"x","a":5000000000}""")]
    [InlineData("Initial", """{}""", """{"a":8,"b":[1]}""")]
    [InlineData("Private", """{"a":2}""", """{"a":2}""")]
    [InlineData("Empty", """{}""", """{}""")]
    public void What_is_given_is_set_and_the_rest_is_as_declared(string type, string json, string expected)
    {
        var errors = new ParamErrors();
        var descriptor = BoundAssembly.Descriptor(Compiled.Value.GetType(type)!);
        var value = descriptor.Bind(Encoding.UTF8.GetBytes(json), BindOptions.Person, errors);
        Assert.Empty(errors.Items);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            descriptor.WriteObject(writer, value!);
        }

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(stream.ToArray())), Encoding.UTF8.GetString(stream.ToArray()));
        using var schema = JsonDocument.Parse(descriptor.JsonSchema);
        Assert.Equal(descriptor.Fields.Select(f => f.Name), schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void More_members_than_a_word_has_bits()
    {
        var errors = new ParamErrors();
        Assert.Null(BoundAssembly.Descriptor(Compiled.Value.GetType("Many")!).Bind("""{"m0":1,"m1":2,"m65":3,"m65":4}"""u8, BindOptions.Person, errors));
        Assert.Equal(["/m65 duplicate", "/m23 missing", "/m46 missing", "/m69 missing"], errors.Items.Select(e => $"{e.Pointer} {e.Code}"));
    }
}
