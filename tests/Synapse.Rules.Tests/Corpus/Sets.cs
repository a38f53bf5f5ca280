// Step sets, and actions that pull them in.
namespace Corpus.Sets;

public sealed record Found(string Path);
public sealed record Sent(long Id);
[Params] public abstract partial record FolderParams { public required string Folder { get; init; } }
[Params] public sealed partial record ShareParams : FolderParams { public string Target { get; init; } = "out"; }

[StepSet]
public class FindSteps
{
    [Step] public virtual DurableList<Found> Find(FolderParams p) => new([.. Directory.GetFiles(p.Folder).Select(f => new Found(f))]);
    [Step] public DurableList<Found> Sort(DurableList<Found> found) => new([.. found.OrderBy(f => f.Path)]);
    [Step] public void Report(DurableList<Found> found, ActionContext run) => run.Log.Info("{Count} files", found.Count);
    public int NoStep() => Helper();
    private static int Helper() => 1;
}

[StepSet] public sealed class TakingSet(ActionContext run) { [Step] public string Where() => run.WorkDir; }
[StepSet] public sealed class StaticSet { [Step] public static long Now(ActionContext run) => run.UtcNow.Ticks; }
[StepSet] public sealed class UndoSet { [Step(Rollback = nameof(Undo), SkipWhen = nameof(Never))] public Sent Send() => new(1); public void Undo(Sent sent) => _ = sent.Id; public string? Never() => null; }
[StepSet] public sealed class NeedsSet { [Step] public int CountSent(Sent? sent) => sent is null ? 0 : 1; }
[StepSet] public sealed class UnusedSet { [Step] public int Lonely(Guid nobody) => nobody.GetHashCode(); }
[StepSet] internal sealed class InternalSet { [Step] public bool Check() => true; }
[StepSet] public sealed class EmptySet;

[UseSteps<FindSteps>] [ExportAction] public sealed partial class UsesSet { [Step] int Count(DurableList<Found> found, ShareParams p) => found.Count + p.Target.Length; }
[UseSteps<FindSteps>] [ExportAction] public sealed partial class SetOnly { [Step] string Last(ShareParams p) => p.Target; }
[UseSteps<FindSteps>(Except = [nameof(FindSteps.Report)])] [ExportAction] public sealed partial class Excepts { [Step] void Report(DurableList<Found> found, ShareParams p) => _ = found.Count + p.Target; }
[UseSteps<FindSteps>] [ExportAction] public sealed partial class Replaces { [Step(Replace = true)] DurableList<Found> Sort(DurableList<Found> found, ShareParams p) => new([.. found.Where(f => f.Path != p.Target)]); }
[UseSteps<FindSteps>] [UseSteps<TakingSet>] [UseSteps<EmptySet>] [ExportAction] public sealed partial class UsesMany { [Step] int Both(DurableList<Found> found, string where, ShareParams p) => found.Count + where.Length + p.Target.Length; }
[UseSteps<TakingSet>(After = nameof(First))] [ExportAction] public sealed partial class SetAfter { [Step] int First() => 1; [Step] bool Last(string where) => where.Length > 0; }
[UseSteps<TakingSet>(Before = nameof(Last))] [ExportAction] public sealed partial class SetBefore { [Step] int First() => 1; [Step] bool Last(string where) => where.Length > 0; }
[UseSteps<StaticSet>] [UseSteps<InternalSet>] [TrainAction] internal sealed partial class StaticAndInternal { [Step] int Last(long now, bool check) => check ? (int)now : 0; }
[UseSteps<UndoSet>] [UseSteps<NeedsSet>] [TrainAction] public sealed partial class SetFeedsSet { [Step] string Last(int count, Sent? sent) => $"{count}{sent}"; }
[UseSteps<NeedsSet>(After = nameof(Send))] [TrainAction] public sealed partial class ActionFeedsSet { [Step] Sent Send() => new(1); }
[UseSteps<UndoSet>] [TrainAction] public sealed partial class OwnAfterSet { [Step(Before = nameof(UndoSet.Send))] int Early() => 1; [Step(After = nameof(UndoSet.Send))] string Late(Sent? sent) => $"{sent}"; }
[UseSteps<TakingSet>] [TrainAction] public sealed partial class FromOfSet { [Step] string Other() => ""; [Step] int Last([From(nameof(TakingSet.Where))] string where, [From(nameof(Other))] string other) => where.Length + other.Length; }
[UseSteps<UndoSet>] [UploadAction] public sealed partial class UploadOfSet;
