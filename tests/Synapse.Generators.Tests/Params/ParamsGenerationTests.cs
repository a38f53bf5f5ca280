using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

public sealed class ParamsGenerationTests
{
    [Fact]
    public void Typical() => Snap.Match(GeneratorTest.Run("""
        using Synapse;
        using System.ComponentModel.DataAnnotations;

        namespace Fashion;

        /// <summary>What a user sets before training.</summary>
        [Params]
        public sealed partial record TrainParams
        {
            /// <summary>Ground-truth dataset to train on.</summary>
            public required int Dataset { get; init; }

            /// <summary>Passes over the training split.</summary>
            [Range(1, 500)] public int Epochs { get; init; } = 10;

            /// <summary>How weights are updated.</summary>
            public Optimizer Optimizer { get; init; } = new();

            [MinLength(1)] public string[] Tags { get; init; } = ["a"];
        }

        [Params]
        public sealed partial record Optimizer
        {
            [Range(0.0, 1.0, MinimumIsExclusive = true)] public double Lr { get; init; } = 0.1;
            public Method Method { get; init; } = Method.Adam;
        }

        public enum Method { Sgd, Adam, AdamW }
        """));

    [Fact]
    public void Everything_compiles_and_stays_deterministic() => GeneratorTest.Run(
        """
        using Synapse;
        using System.Collections.Immutable;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        [Params]
        public abstract partial record Common
        {
            /** <summary>Who asks.</summary> */
            [StringLength(20, MinimumLength = 2)] public string Owner { get; init; } = "me";
            partial void Validate(ParamErrors problems) { if (Owner == "you") problems.Add(nameof(Owner), "not you"); }
        }

        [Params]
        public partial record All : Common
        {
            public bool A { get; init; }
            public byte B { get; init; }
            public sbyte C { get; init; }
            public short D { get; init; }
            public ushort E { get; init; }
            public uint F { get; init; }
            public long G { get; init; } = -5;
            public ulong H { get; init; }
            public float I { get; init; } = 1.5f;
            [AllowNonFinite] public double J { get; init; } = double.NaN;
            public decimal K { get; init; } = 1.10m;
            public char L { get; init; } = 'x';
            public string? M { get; init; }
            public Guid N { get; init; }
            public DateTime O { get; init; }
            public DateTimeOffset P { get; init; }
            public DateOnly Q { get; init; }
            public TimeOnly R { get; init; }
            public TimeSpan S { get; init; } = TimeSpan.FromSeconds(3);
            public Uri? T { get; init; }
            public JsonElement U { get; init; }
            public Secret? V { get; init; }
            public required Secret Password { get; init; }
            public int? X { get; init; }
            public DayOfWeek? Day { get; init; } = DayOfWeek.Friday;
            public List<int?> Z { get; init; } = [];
            public IReadOnlyList<string> Aa { get; init; } = new List<string>();
            [UniqueItems, Length(0, 4)] public ImmutableArray<DayOfWeek> Ab { get; init; } = [];
            public HashSet<Guid>? Ac { get; init; }
            public Dictionary<string, List<int>> Ad { get; init; } = new();
            public IReadOnlyDictionary<int, Inner>? Ae { get; init; }
            public ImmutableDictionary<string, decimal> Af { get; init; } = ImmutableDictionary<string, decimal>.Empty;
            public Inner[][]? Ag { get; init; }
            [JsonPropertyName("learning-rate"), MultipleOf(0.5)] public double Lr { get; init; }
            [AllowedValues("a", "b")] public string Choice { get; init; } = "a";
            [DeniedValues(3, 4)] public int NotThree { get; init; }
            [RegularExpression("[a-z]+")] public string Word { get; init; } = "abc";
            [EmailAddress] public string? Mail { get; init; }
            [Range(typeof(decimal), "0.5", "9.5")] public decimal Price { get; init; } = 1;
            [Range(0, double.PositiveInfinity)] public double Positive { get; init; }
            public string @class { get; init; } = "";
            [Obsolete("Use another.")] public int Old { get; init; }
            public int given { get; init; }
            public Inner Required { get; set; } = new(1);
            public int Computed => 3;
            [JsonIgnore] public Stream? Ignored { get; init; }
            partial void Validate(ParamErrors errors) { }
        }

        /// <param name="Depth">How <see cref="int">deep</see>.</param>
        [Params]
        public sealed partial record Inner([Range(0, 9)] int Depth, string Name = "x\"y\n", DayOfWeek Day = DayOfWeek.Monday, TimeSpan Wait = default)
        {
            public Inner? Next { get; init; }
        }

        public partial class Outer
        {
            [Params]
            internal sealed partial class Deep
            {
                public int Value { get; private set; }
            }

            [Params]
            internal partial record struct Point(int X, int Y = 2);
        }
        """,
        """
        using Synapse;
        namespace A.@class.B
        {
            [Params] partial class @event { public bool @params { get; set; } }
            [Params] partial class Event { }
        }
        """);

    [Fact]
    public void A_base_in_another_assembly_says_as_much_as_one_in_source()
    {
        const string Base = """
            using Synapse; using System.ComponentModel.DataAnnotations;
            /// <summary>Common.</summary>
            [Params] public abstract partial record Base
            {
                /// <summary>Who "asks".</summary>
                [MinLength(2)] public string Owner { get; init; } = "me";
                /// <summary>How many.</summary>
                [Range(1, 9)] public int Count { get; init; } = 3;
                public required int Id { get; init; }
                partial void Validate(ParamErrors errors) { if (Owner == "you") errors.Add(nameof(Owner), "not you"); }
            }
            """;
        const string Derived = "using Synapse; [Params] public sealed partial record D : Base { public bool Flag { get; init; } }";
        using var stream = new MemoryStream();
        Assert.True(GeneratorTest.Output(Base).WithAssemblyName("Lib").Emit(stream).Success);
        var library = Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(stream.ToArray());
        var compiled = Driving.Cold(Compiling.Compile([Derived], more: library));
        var source = Driving.Cold(Compiling.Compile([Base, Derived]));
        Assert.Contains(compiled.Split("// ==== ").Single(f => f.StartsWith("D.Params", StringComparison.Ordinal)), source, StringComparison.Ordinal);
    }
}
