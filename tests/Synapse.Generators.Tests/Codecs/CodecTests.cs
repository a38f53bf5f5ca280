using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Emission.Codecs;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Codecs;

public sealed class CodecTests
{
    private const string Types = """
        using System.Collections.Immutable; using System.Text.Json; using System.Text.Json.Serialization;
        namespace T;
        public enum Color { Red, DarkBlue = 5 }
        public sealed record Point(int X, double Y);
        public sealed record Everything(
            bool A, byte B, long C, ulong D, float E, double F, decimal G, char H, string I, string? J, Guid K, DateTime L, DateTimeOffset M,
            DateOnly N, TimeOnly O, TimeSpan P, Uri Q, int? R, Color S, Color? U, byte[] V, JsonElement W, Point X, Point? Y, (int First, string Second) Z,
            int[] Aa, List<Point?> Ab, ImmutableArray<Color> Ac, Dictionary<string, int[]> Ad, HashSet<int> Ae, IReadOnlyList<Point> Af, IReadOnlyDictionary<string, Point> Ag,
            int[][] Ah, Half Ai, Int128 Aj, Version Ak);
        public sealed class Settable { public int A { get; set; } public required string B { get; init; } public int C; public int Twice => A * 2; [JsonIgnore] public object? D { get; set; } }
        public sealed class Mixed(int a) { public int A { get; } = a; public string? B { get; set; } }
        public record struct Pair<TA, TB>(TA A, TB B);
        public sealed record Node(int Value, Node? Next);
        public record Open(int A);
        public record Derived(int A, int B) : Open(A);
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")] public abstract record Shape;
        public sealed record Circle(double R) : Shape;
        public sealed record Square(double A) : Shape;
        public static class Samples
        {
            public static Everything Everything => new(
                true, 255, long.MinValue, ulong.MaxValue, float.NaN, -0.0, 1.10m, '\uffff', "a\"b\0 😀", null, new Guid("550e8400-e29b-41d4-a716-446655440000"),
                new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new DateTimeOffset(2026, 1, 2, 3, 4, 5, 6, TimeSpan.FromHours(5.5)),
                new DateOnly(2026, 1, 2), new TimeOnly(1, 2, 3, 4), TimeSpan.FromTicks(-1), new Uri("a/b?c", UriKind.Relative), null, (Color)7, Color.DarkBlue, [1, 2, 3],
                JsonDocument.Parse("{\"a\":[1,null]}").RootElement, new(1, double.PositiveInfinity), null, (1, "x"),
                [1, 2], [new(1, 2), null], [Color.Red], new() { ["k\""] = [1], [""] = [] }, [3, 1], [new(1, 1)], new Dictionary<string, Point> { ["p"] = new(2, 2) },
                [[1], [], [2, 3]], (Half)1.5, Int128.MinValue, new Version(1, 2));
            public static Settable Settable => new() { A = 1, B = "b", C = 3 };
            public static Mixed Mixed => new(4) { B = "x" };
            public static Pair<int, string> Pair => new(1, "y");
            public static Node Node => new(1, new(2, new(3, null)));
            public static Open Open => new(1);
            public static Open Sliced => new Derived(1, 2);
            public static Shape Shape => new Square(2);
            public static Point Null => null!;
            public static Point? Nullable => null;
            public static List<string> NullItem => [null!];
            public static (int, Point?) Tuple => (1, null);
            public static string Text => "t";
            public static Dictionary<string, Shape> Shapes => new() { ["a"] = new Circle(1) };
        }
        """;

    private static readonly Lazy<(System.Reflection.Assembly Assembly, IReadOnlyDictionary<string, CodecReference> Codecs)> Compiled = new(Compile);

    [Theory]
    [InlineData("Everything")]
    [InlineData("Settable")]
    [InlineData("Mixed")]
    [InlineData("Pair")]
    [InlineData("Node")]
    [InlineData("Open")]
    [InlineData("Shape")]
    [InlineData("Nullable")]
    [InlineData("Tuple")]
    [InlineData("Text")]
    [InlineData("Shapes")]
    public void What_is_written_comes_back(string sample)
    {
        var once = Write(sample, Value(sample));
        var again = Write(sample, Read(sample, once));
        Assert.Equal(once, again);
    }

    [Theory]
    [InlineData("Sliced", "JsonDerivedType")]
    [InlineData("Null", "is null")]
    [InlineData("NullItem", "is null")]
    public void What_would_be_lost_is_refused_while_writing(string sample, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => Write(sample, Value(sample))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Open", "{}")]
    [InlineData("Open", "{\"a\":\"1\"}")]
    [InlineData("Open", "{\"b\":1}")]
    [InlineData("Open", "{\"a\":1,\"b\":2}")]
    [InlineData("Open", "null")]
    [InlineData("Shape", "[\"triangle\",{}]")]
    public void Other_json_is_refused_while_reading(string sample, string json) =>
        Assert.Throws<JsonException>(() => Read(sample, json));

    [Theory]
    [InlineData("Open", "{a:Int32}")]
    [InlineData("Node", "{value:Int32,next:^1?}")]
    [InlineData("Shape", "<circle:{r:Double},square:{a:Double}>")]
    [InlineData("Nullable", "{x:Int32,y:Double}?")]
    [InlineData("Shapes", "{*:<circle:{r:Double},square:{a:Double}>}")]
    public void Shapes_say_names_and_forms(string sample, string shape) => Assert.Equal(shape, Compiled.Value.Codecs[sample].Shape);

    [Fact]
    public void Reads_like_written_by_hand()
    {
        var (compilation, parser) = Parse();
        parser.Parse(Type(compilation, "Node"), out _);
        parser.Parse(Type(compilation, "Shapes"), out _);
        Snap.Match(CodecEmitter.Emit(new("Sample.Codecs.g.cs", parser.Models)).ToString());
    }

    [Theory]
    [InlineData("object", "", "'object' does not say")]
    [InlineData("System.IO.Stream", "", "has no exact JSON")]
    [InlineData("IEnumerable<int>", "", "recipe")]
    [InlineData("Func<int>", "", "delegate")]
    [InlineData("Synapse.Secret", "", "never journaled")]
    [InlineData("Holder", "Items[].Stream", "has no exact JSON")]
    [InlineData("Dictionary<int, int>", "", "string keys")]
    [InlineData("Lost", "Created", "could not be restored")]
    [InlineData("Hidden", "secret", "could not be restored")]
    [InlineData("Abstract", "", "abstract")]
    [InlineData("NoWay", "", "no constructor")]
    [InlineData("Bag", "", "collection that cannot be restored")]
    [InlineData("int[,]", "", "array of arrays")]
    [InlineData("IDisposable", "", "interface")]
    [InlineData("(int A, object B)", "B", "'object'")]
    [InlineData("Outer.Private", "", "not visible")]
    [InlineData("Synapse.DurableList<int>", "", "inside a value use an array")]
    public void Refusals_name_the_member_at_fault(string type, string path, string reason)
    {
        var compilation = Compiling.Compile([$$"""
            public record Item(System.IO.Stream Stream); public record Holder(List<Item> Items);
            public class Lost { public int A { get; set; } public DateTime Created { get; } = DateTime.UtcNow; }
            public class Hidden { private int secret; public int A { get; set; } public void Set() => secret++; }
            public abstract class Abstract { public int A { get; set; } }
            public class NoWay { public NoWay(int other) { } public int A { get; set; } }
            public class Bag : List<int> { }
            public class Outer { private record Private(int A); static {{(type.StartsWith("Outer", StringComparison.Ordinal) ? type : "int")}} f; }
            public class Root { public {{(type.StartsWith("Outer", StringComparison.Ordinal) ? "int" : type)}} f; }
            """]);
        var field = (IFieldSymbol)compilation.GetTypeByMetadataName(type.StartsWith("Outer", StringComparison.Ordinal) ? "Outer" : "Root")!.GetMembers("f").Single();
        var parser = new CodecParser(compilation);
        Assert.Null(parser.Parse(field.Type, out var refusal));
        Assert.Equal(path, refusal!.Path);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.True(parser.Models.IsEmpty);
    }

    private static (System.Reflection.Assembly Assembly, IReadOnlyDictionary<string, CodecReference> Codecs) Compile()
    {
        var (compilation, parser) = Parse();
        var codecs = new Dictionary<string, CodecReference>();
        foreach (var sample in compilation.GetTypeByMetadataName("T.Samples")!.GetMembers().OfType<IPropertySymbol>())
        {
            codecs[sample.Name] = parser.Parse(sample.Type, out var refusal)!;
            Assert.Null(refusal);
        }

        var output = compilation.AddSyntaxTrees(Compiling.Parse(CodecEmitter.Emit(new("Sample.Codecs.g.cs", parser.Models)).ToString(), "Sample.Codecs.g.cs"));
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        return (Loading.Load(output), codecs);
    }

    private static (Compilation Compilation, CodecParser Parser) Parse()
    {
        var compilation = Compiling.Compile([Types]);
        return (compilation, new(compilation));
    }

    private static ITypeSymbol Type(Compilation compilation, string sample) =>
        ((IPropertySymbol)compilation.GetTypeByMetadataName("T.Samples")!.GetMembers(sample).Single()).Type;

    private static object? Value(string sample) => Compiled.Value.Assembly.GetType("T.Samples")!.GetProperty(sample)!.GetValue(null);

    private static string Write(string sample, object? value) =>
        (string)Call(sample, nameof(Write), [Codec(sample), value])!;

    private static object? Read(string sample, string json) => Call(sample, nameof(Read), [Codec(sample), json]);

    private static object Codec(string sample)
    {
        var name = Compiled.Value.Codecs[sample].Instance.Replace("global::", string.Empty, StringComparison.Ordinal).Replace(".Instance", string.Empty, StringComparison.Ordinal);
        return Compiled.Value.Assembly.GetType(name)!.GetField("Instance")!.GetValue(null)!;
    }

    private static object? Call(string sample, string method, object?[] arguments)
    {
        var type = Compiled.Value.Assembly.GetType("T.Samples")!.GetProperty(sample)!.PropertyType;
        return typeof(Typed<>).MakeGenericType(type).GetMethod(method)!.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static class Typed<T>
    {
        public static string Write(Journaling.Codec<T> codec, T value)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                codec.Write(writer, value);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }

        public static T Read(Journaling.Codec<T> codec, string json)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            return codec.Read(ref reader);
        }
    }
}
