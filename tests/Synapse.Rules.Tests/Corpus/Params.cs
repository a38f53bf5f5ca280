// Params types that are right, close to what is wrong.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Corpus.Params;

public enum Mode { Fast, Exact, [JsonStringEnumMemberName("very_exact")] VeryExact }

[Params] public sealed partial record Empty;
[Params] public sealed partial record Scalars { public int A { get; init; } public long B { get; init; } public double C { get; init; } public bool D { get; init; } public string E { get; init; } = ""; public decimal F { get; init; } public Mode G { get; init; } public Guid H { get; init; } public DateTimeOffset I { get; init; } public TimeSpan J { get; init; } }
[Params] public sealed partial record Nullable { public int? A { get; init; } public string? B { get; init; } public Mode? C { get; init; } public int[]? D { get; init; } public Inner? E { get; init; } }
[Params] public sealed partial record Inner { public int Size { get; init; } = 3; }
[Params] public sealed partial record Nested { public Inner Part { get; init; } = new(); public required Inner Other { get; init; } public List<Inner> Parts { get; init; } = []; public Dictionary<string, Inner> ByName { get; init; } = []; }
[Params] public sealed partial record Required { public required int A { get; init; } public required string B { get; init; } public required int[] C { get; init; } [Range(1, 5)] public required int D { get; init; } }
[Params] public sealed partial record Positional(int Count, string Name = "a", [property: Range(1, 5)] int Size = 3);
[Params] public sealed partial class ClassParams { public int A { get; set; } = 1; public string B { get; init; } = "b"; }
[Params] public sealed partial record Ranges { [Range(1, 500)] public int A { get; init; } = 500; [Range(0.0, 1.0)] public double B { get; init; } = 1; [Range<decimal>("0.1", "0.9")] public decimal C { get; init; } = 0.1m; [Range<long>(0, long.MaxValue)] public long D { get; init; } [Range(0.0, 1.0, MinimumIsExclusive = true)] public double E { get; init; } = 0.0001; [Range(-5, -1)] public int F { get; init; } = -5; }
[Params] public sealed partial record Lengths { [MinLength(1)] public string A { get; init; } = "a"; [MaxLength(3)] public string B { get; init; } = "abc"; [Length(1, 3)] public int[] C { get; init; } = [1]; [StringLength(5, MinimumLength = 2)] public string D { get; init; } = "ab"; [MinLength(2)] public required string E { get; init; } [MaxLength(2)] public Dictionary<string, int> F { get; init; } = []; }
[Params] public sealed partial record Patterns { [RegularExpression("[a-z]+")] public string A { get; init; } = "abc"; [RegularExpression(@"^\d{2,}$")] public string? B { get; init; } [AllowedValues("a", "b")] public string C { get; init; } = "a"; [MultipleOf(0.25)] public double D { get; init; } = 0.75; [UniqueItems] public string[] E { get; init; } = []; [AllowNonFinite] public double F { get; init; } = double.NaN; }
[Params] public sealed partial record Messages { [Range(1, 5, ErrorMessage = "{0} is {1} to {2}")] public int A { get; init; } = 1; [MinLength(1, ErrorMessage = "{{braces}} {0}")] public string B { get; init; } = "b"; [Display(Name = "The count")] [Range(1, 5)] public int Count { get; init; } = 2; }
[Params] public sealed partial record JsonNames { [JsonPropertyName("lr")] public double LearningRate { get; init; } = 0.1; [JsonPropertyName("learning_rate")] public double Other { get; init; } [JsonPropertyName("quiet_mode")] public bool Quiet { get; init; } }
[Params] public sealed partial record NotParams { public int A { get; init; } public int Double => A * 2; public static int Shared { get; set; } = 1; private int Hidden { get; init; } internal int Internal { get; init; } public const int Most = 5; [Range(1, Most)] public int B { get; init; } = Most; public int Read() => Hidden + Internal; }
[Params] public sealed partial record Validated { public int Low { get; init; } = 1; public int High { get; init; } = 2; partial void Validate(ParamErrors errors) { if (Low > High) { errors.Add(nameof(Low), "must not be above High"); } } }
[Params] public sealed partial record Secrets { public required Secret Token { get; init; } public Secret? Other { get; init; } }
[Params] public sealed partial record AnyJson { public JsonElement Extra { get; init; } public Dictionary<string, JsonElement> More { get; init; } = []; }
[Params] public abstract partial record Root { public required string Folder { get; init; } [Range(1, 9)] public int Depth { get; init; } = 3; }
[Params] public abstract partial record Middle : Root { public bool Follow { get; init; } }
[Params] public sealed partial record Leaf : Middle { public string Pattern { get; init; } = "*"; }
[Params] internal sealed partial record Hidden { public int A { get; init; } }
[Params] public sealed partial record NewDefault { public DateTime Since { get; init; } = new(2020, 1, 1); public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(3); public string Folder { get; init; } = Path.GetTempPath(); public int Cores { get; init; } = Environment.ProcessorCount; }
[Params] public sealed partial record Collections { public HashSet<string> A { get; init; } = ["a"]; public IReadOnlyList<int> B { get; init; } = [1, 2]; public int[][] C { get; init; } = []; public List<string?> D { get; init; } = []; }
[Params] public sealed partial record KeywordNames { public int @class { get; init; } public string @event { get; init; } = ""; }
[Params] public sealed partial record Documented { /// <summary>What it is.</summary>
    public int A { get; init; } /** <summary>What it is.</summary> */ public int B { get; init; } }
public static partial class Holder { [Params] public sealed partial record InClass { public int A { get; init; } = 1; } }

[TrainAction] public sealed partial class UsesLeaf { public int Execute(Leaf p) => p.Depth; }
[TrainAction] public sealed partial class UsesRootAndLeaf { [Step] string A(Root p) => p.Folder; [Step] bool B(Middle p) => p.Follow; [Step] int C(Leaf p, string a) => p.Pattern.Length + a.Length; }
[TrainAction] public sealed partial class UsesPositional { public int Execute(Positional p) => p.Count + p.Size; }
[TrainAction] public sealed partial class UsesSecrets { public int Execute(Secrets p) => p.Token.Reveal().Length; }
[TrainAction] public sealed partial class UsesInClass { public int Execute(Holder.InClass p) => p.A; }
