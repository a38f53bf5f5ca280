// What steps hand to each other, and what can be journaled.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Corpus.Dataflow;

public sealed record Item(string Name, int Size);
public sealed record Deep(Item[] Items, List<Deep>? Inner, Dictionary<string, Item?> ByName);
public sealed class Mutable { public int Count { get; set; } public string? Name { get; set; } }
public sealed class Computed(int width, int height) { public int Width { get; } = width; public int Height { get; } = height; public int Area => Width * Height; }
public readonly record struct Point(double X, double Y);
public struct Size { public int Width; public int Height; }
public enum Split { Train, Test }
[JsonDerivedType(typeof(Circle), "circle")] [JsonDerivedType(typeof(Square), "square")] public abstract record Shape;
public sealed record Circle(double Radius) : Shape;
public sealed record Square(double Side) : Shape;
public sealed class Ignoring { public int Kept { get; set; } [JsonIgnore] public Stream? Left { get; set; } }
public record Base(int A);
public sealed record Sub(int A, string B) : Base(A);
public sealed class WithRequired { public required string Name { get; init; } public required int[] Values { get; init; } }

[TrainAction] public sealed partial class Chain { [Step] int A() => 1; [Step] string B(int a) => $"{a}"; [Step] Item C(string b, int a) => new(b, a); [Step] void D(Item c, string b, int a) => _ = c.Name + b + a; }
[TrainAction] public sealed partial class Filters { [Step] DurableList<Item> A() => new([]); [Step] DurableList<Item> B(DurableList<Item> a) => new([.. a.Where(i => i.Size > 0)]); [Step] DurableList<Item> C(DurableList<Item> b) => b; [Step] int D(DurableList<Item> c) => c.Count; }
[TrainAction] public sealed partial class FilterOfValue { [Step] Item A() => new("a", 1); [Step] Item B(Item a) => a with { Size = 2 }; [Step] int C(Item b) => b.Size; }
[TrainAction] public sealed partial class FilterOfStream { [Step] async IAsyncEnumerable<Item> A() { await Task.Yield(); yield return new("a", 1); } [Step] async IAsyncEnumerable<Item> B(DurableList<Item> a) { foreach (var i in a) { await Task.Yield(); yield return i; } } [Step] int C(DurableList<Item> b) => b.Count; }
[TrainAction] public sealed partial class FromTwo { [Step] int A() => 1; [Step] int B() => 2; [Step] string C([From(nameof(A))] int a, [From(nameof(B))] int b) => $"{a}{b}"; }
[TrainAction] public sealed partial class FromOverFilter { [Step] Item A() => new("a", 1); [Step] Item B(Item a) => a; [Step] int C([From(nameof(A))] Item first, Item last) => first.Size + last.Size; }
[TrainAction] public sealed partial class RowsAndValues { [Step] Item A() => new("a", 1); [Step] DurableList<Item> B(Item a) => new([a]); [Step] int C(Item a, DurableList<Item> b) => b.Count + a.Size; }
[TrainAction] public sealed partial class NullableFlow { [Step] string? A() => null; [Step] int? B(string? a) => a?.Length; [Step] string C(int? b, string? a) => $"{a}{b}"; }
[TrainAction] public sealed partial class AsksForMoreNull { [Step] int A() => 1; [Step] string B() => ""; [Step] bool C(int? a, string? b) => a is null || b is null; }
[TrainAction] public sealed partial class SameInTwo { [Step] int A() => 1; [Step] string B(int a) => $"{a}"; [Step] bool C(int x, string y) => x > y.Length; [Step] void D(int n, bool c) => _ = c && n > 0; }
[TrainAction] public sealed partial class UnusedOutputs { [Step] int A() => 1; [Step] string B() => ""; [Step] void C() { } }
[TrainAction] public sealed partial class Tuples { [Step] (int Count, string Name) A() => (1, ""); [Step] string B((int Count, string Name) a) => a.Name; }
[TrainAction] public sealed partial class Collections { [Step] int[] A() => []; [Step] List<string> B() => []; [Step] ImmutableArray<long> C() => []; [Step] HashSet<string> D() => []; [Step] Dictionary<string, double> E() => []; [Step] IReadOnlyList<bool> F() => []; [Step] int G(int[] a, List<string> b, ImmutableArray<long> c, HashSet<string> d, Dictionary<string, double> e, IReadOnlyList<bool> f) => a.Length + b.Count + c.Length + d.Count + e.Count + f.Count; }
[TrainAction] public sealed partial class Scalars { [Step] Guid A() => default; [Step] DateTime B() => default; [Step] DateTimeOffset C() => default; [Step] TimeSpan D() => default; [Step] DateOnly E() => default; [Step] Uri? F() => null; [Step] byte[] G() => []; [Step] decimal H() => 0; [Step] ulong I() => 0; }
[TrainAction] public sealed partial class Types { [Step] Deep A() => new([], null, []); [Step] Mutable B() => new(); [Step] Computed C() => new(1, 2); [Step] Point D() => default; [Step] Size E() => default; [Step] Split F() => Split.Test; }
[TrainAction] public sealed partial class MoreTypes { [Step] Shape A() => new Circle(1); [Step] Ignoring B() => new(); [Step] Sub C() => new(1, ""); [Step] WithRequired D() => new() { Name = "", Values = [] }; [Step] JsonElement E() => default; [Step] Dictionary<string, int[]?>[] F() => []; }
[TrainAction] public sealed partial class Nullables { [Step] int? A() => null; [Step] Point? B() => null; [Step] Split? C() => null; [Step] List<int?> D() => []; [Step] string?[] E() => []; }
[TrainAction] public sealed partial class Tasks { [Step] async Task<Item> A() { await Task.Yield(); return new("a", 1); } [Step] ValueTask<List<Item>> B(Item a) => new([a]); [Step] Task<DurableList<Point>> C(List<Item> b) => Task.FromResult(new DurableList<Point>([])); [Step] int D(DurableList<Point> c) => c.Count; }
[TrainAction] public sealed partial class ObliviousContext
{
#nullable disable
    [Step(SkipWhen = nameof(Never))] Item A() => null;
    [Step] int B(Item a) => a is null ? 0 : 1;
    string Never() => null;
#nullable restore
}

[Params] public abstract partial record SourceOfFlow { public string Folder { get; init; } = "."; }
[Params] public sealed partial record FlowParams : SourceOfFlow { public int Limit { get; init; } = 3; }
[TrainAction] public sealed partial class ParamsAndBase { [Step] string[] A(SourceOfFlow p) => Directory.GetFiles(p.Folder); [Step] int B(string[] files, FlowParams p) => Math.Min(files.Length, p.Limit); }
[TrainAction] public sealed partial class ParamsInRollback { [Step(Rollback = nameof(Undo))] int A() => 1; void Undo(FlowParams p) => _ = p.Folder; }
