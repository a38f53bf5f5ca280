// Steps by themselves: names, settings, shapes, rollbacks.
namespace Corpus.Steps;

[TrainAction] public sealed partial class OneStep { [Step] void Only() { } }
[TrainAction] public sealed partial class ManySteps { [Step] int A() => 1; [Step] long B() => 1; [Step] short C() => 1; [Step] byte D() => 1; [Step] float E() => 1; [Step] decimal F() => 1; [Step] char G() => 'a'; [Step] bool H() => true; }
[TrainAction] public sealed partial class NamedSteps { [Step(Name = "first_step")] void A() { } [Step(Name = "x2")] void B() { } [Step(Name = "a")] void C() { } }
[TrainAction] public sealed partial class AsyncSuffix { [Step] Task LoadAsync() => Task.CompletedTask; [Step] Task StoreAsync() => Task.CompletedTask; }
[TrainAction] public sealed partial class OverloadedHelper { [Step] int Load() => Load(1); private int Load(int n) => n; }
[TrainAction] public sealed partial class Weights { [Step(Weight = 0.001)] void A() { } [Step(Weight = 1e6)] void B() { } [Step(Weight = int.MaxValue)] void C() { } }
[TrainAction] public sealed partial class Policies { [Step(Retries = 3, RetryDelaySeconds = 0, TimeoutSeconds = 60)] void A() { } [Step(Retries = 0)] void B() { } [Step(Retries = 1000, TimeoutSeconds = 2592000)] void C() { } }
[TrainAction] public sealed partial class PublicSteps { [Step] public int A() => 1; [Step] internal long B() => 1; [Step] internal short C() => 1; [Step] private byte D() => 1; }
[TrainAction] public sealed partial class StaticSteps { [Step] static int A() => 1; [Step] static string B(int a) => $"{a}"; }
[TrainAction] public sealed partial class NameConstant { private const string First = "first"; [Step(Name = First)] void A() { } [Step(Name = First + "_b")] void B() { } }
[TrainAction] public sealed partial class KeywordNames { [Step] int @if() => 1; [Step] string @new(int @int) => $"{@int}"; }
[TrainAction] public sealed partial class Unicode { [Step(Name = "groesse")] int Größe() => 1; [Step(Name = "name")] string 名前() => ""; }
[TrainAction] public sealed partial class StepNamedLikeCategory { [Step] void Train() { } [Step] void Dataset() { } [Step] void Use(TrainContext run) => run.Progress(Progress.Train, 1, 2); }

[TrainAction]
public sealed partial class RollbackOfNothing { [Step(Rollback = nameof(Undo))] void Make() { } void Undo() { } }

[TrainAction]
public sealed partial class RollbackWithOutput { [Step(Rollback = nameof(Undo))] string Make() => "a"; Task Undo(string made, TrainContext run, CancellationToken ct) { run.Log.Info("Undoes {Made}", made); return Task.Delay(0, ct); } }

[TrainAction]
public sealed partial class RollbackWithEarlier { [Step] int First() => 1; [Step(Rollback = nameof(Undo))] string Make(int first) => $"{first}"; ValueTask Undo(int first, string made) => new(Task.Delay(first + made.Length)); }

[TrainAction]
public sealed partial class RollbackInFlight { [Step(Rollback = nameof(Undo), RollbackInFlight = true)] DurableList<string> Make() => new([]); void Undo(DurableList<string> made) => _ = made.InDoubt.Count; }

[TrainAction]
public sealed partial class OneRollbackOfTwo { [Step(Rollback = nameof(Undo))] int A() => 1; [Step(Rollback = nameof(Undo))] string B() => ""; void Undo(TrainContext run) => run.Log.Info("undone"); }

public abstract class HasUndo { protected static void Undo() { } protected static string? Never() => null; }
[TrainAction] public sealed partial class InheritedMethods : HasUndo { [Step(Rollback = nameof(Undo), SkipWhen = nameof(Never))] void A() { } }

[TrainAction] public sealed partial class StaticUndo { [Step(Rollback = nameof(Undo))] int A() => 1; static void Undo(int a) => _ = a; }
[TrainAction] public sealed partial class RollbackIsStepToo { [Step] void Clean() { } [Step(Rollback = nameof(Clean))] int A() => 1; }
[TrainAction] public sealed partial class RollbackOfNullable { [Step(Rollback = nameof(Undo))] string? A() => null; void Undo(string? a) => _ = a; }
[TrainAction] public sealed partial class RollbackWithAttempt { [Step(Rollback = nameof(Undo))] int A(StepAttempt attempt) => attempt.Number; void Undo(StepAttempt attempt) => _ = attempt.Key; }

[TrainAction] public sealed partial class SkipText { [Step(SkipWhen = nameof(Never))] int A() => 1; string? Never() => null; [Step] string B(int? a) => $"{a}"; }
[TrainAction] public sealed partial class SkipAsync { [Step(SkipWhen = nameof(Never))] int A() => 1; async Task<string?> Never(CancellationToken ct) { await Task.Delay(0, ct); return null; } }
[TrainAction] public sealed partial class SkipValueTask { [Step(SkipWhen = nameof(Never))] int A() => 1; ValueTask<string?> Never() => new((string?)null); }
[TrainAction] public sealed partial class SkipNotNull { [Step(SkipWhen = nameof(Always))] int A() => 1; string Always() => "always"; }
[TrainAction] public sealed partial class SkipAsks { [Step] int Count() => 1; [Step(SkipWhen = nameof(IfEmpty))] string A(int count) => $"{count}"; string? IfEmpty(int count, TrainContext run) => count == 0 ? run.RunId : null; }
[TrainAction] public sealed partial class SkipOfSkippable { [Step(SkipWhen = nameof(Never))] int A() => 1; [Step(SkipWhen = nameof(IfNone))] string B(int? a) => $"{a}"; string? Never() => null; string? IfNone(int? a) => a is null ? "none" : null; }

[TrainAction] public sealed partial class OrderAfter { [Step(After = nameof(Z))] void A() { } [Step] void Z() { } }
[TrainAction] public sealed partial class OrderBefore { [Step] void A() { } [Step(Before = nameof(A))] void Z() { } }
[TrainAction] public sealed partial class OrderBetween { [Step] void A() { } [Step(After = nameof(A), Before = nameof(C))] void B() { } [Step] void C() { } }
[TrainAction] public sealed partial class OrderChain { [Step(After = nameof(B))] void A() { } [Step(After = nameof(C))] void B() { } [Step] void C() { } }
[TrainAction] public sealed partial class OrderByText { [Step(After = "Z")] void A() { } [Step] void Z() { } }
[TrainAction] public sealed partial class OrderByConstant { [Step(After = OrderByConstant.Steps.Z)] void A() { } [Step] void Z() { } }
[TrainAction] public sealed partial class ResultOfFirst { [Step(Result = true)] int A() => 1; [Step] string B() => ""; }

[TrainAction]
public sealed partial class TwoParts { [Step] int A() => 1; [Step] string B(int a) => $"{a}{Text}"; }
public sealed partial class TwoParts { private static string Text => "text"; }

[UploadAction]
public sealed partial class FullUpload
{
    [Step] DurableList<SourceFile> Discover(UploadContext run) => new([.. Directory.GetFiles(run.WorkDir).Select(f => new SourceFile(f, Path.GetFileName(f)))]);

    [Step(Weight = 8, Rollback = nameof(Delete), RollbackInFlight = true, SkipWhen = nameof(NothingFound), Retries = 2)]
    Task<DurableList<DataFile>> Send(DurableList<SourceFile> files, UploadContext run, CancellationToken ct) =>
        run.ForEachAsync(files, f => f.Path, run.UploadFileAsync, parallelism: 8, ct: ct);

    string? NothingFound(DurableList<SourceFile> files) => files.Count == 0 ? "no files" : null;

    Task Delete(DurableList<DataFile> sent, UploadContext run, CancellationToken ct) =>
        run.ForEachAsync(sent, f => f.Name, (f, token) => run.Backend.DataFiles.DeleteAsync(f.Id, token), ct: ct);

    [Step] long Size(DurableList<DataFile>? sent) => sent?.Sum(f => f.Size) ?? 0;
}
