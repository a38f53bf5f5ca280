// Actions that are one method, in every shape that is allowed.
namespace Corpus.Execute;

[Params]
public abstract partial record CommonParams
{
    /// <summary>Where to look.</summary>
    public string Folder { get; init; } = ".";
}

[Params]
public sealed partial record FitParams : CommonParams
{
    [Range(1, 500)] public int Epochs { get; init; } = 10;
}

public sealed record FitResult(string Name, double Accuracy);

[TrainAction] public sealed partial class Nothing { public void Execute() { } }
[TrainAction] public sealed partial class OnlyContext { public void Execute(TrainContext run) => run.Log.Info("hello"); }
[TrainAction] public sealed partial class BaseContext { public void Execute(ActionContext run) => run.Log.Info("hello"); }
[TrainAction] public sealed partial class OnlyToken { public void Execute(CancellationToken ct) => ct.ThrowIfCancellationRequested(); }
[TrainAction] public sealed partial class OnlyAttempt { public int Execute(StepAttempt attempt) => attempt.Number; }
[TrainAction] public sealed partial class OnlyParams { public int Execute(FitParams p) => p.Epochs; }
[TrainAction] public sealed partial class BaseOfParams { public int Execute(FitParams p) => Count(p); private static int Count(CommonParams p) => p.Folder.Length; }
[TrainAction] public sealed partial class OddOrder { public int Execute(CancellationToken ct, FitParams p, TrainContext run, StepAttempt attempt) => p.Epochs + attempt.Number + run.RunId.Length + (ct.CanBeCanceled ? 1 : 0); }
[TrainAction] public sealed partial class NullableContext { public void Execute(TrainContext? run) => run?.Log.Info("hello"); }
[TrainAction] public sealed partial class NullableParams { public int Execute(FitParams? p) => p?.Epochs ?? 0; }
[TrainAction] public sealed partial class ReturnsTask { public Task ExecuteAsync() => Task.CompletedTask; }
[TrainAction] public sealed partial class ReturnsValueTask { public ValueTask ExecuteAsync() => default; }
[TrainAction] public sealed partial class ReturnsTaskOfRecord { public Task<FitResult> ExecuteAsync() => Task.FromResult(new FitResult("a", 1)); }
[TrainAction] public sealed partial class ReturnsValueTaskOfInt { public async ValueTask<int> ExecuteAsync() { await Task.Yield(); return 1; } }
[TrainAction] public sealed partial class ReturnsTuple { public (int Count, string? Name) Execute() => (1, null); }
[TrainAction] public sealed partial class ReturnsJson { public System.Text.Json.JsonElement Execute() => default; }
[TrainAction] public sealed partial class ReturnsRows { public DurableList<FitResult> Execute() => new([]); }
[TrainAction] public sealed partial class ReturnsStream { public async IAsyncEnumerable<int> Execute() { await Task.Yield(); yield return 1; } }
[TrainAction] public sealed partial class ReturnsNull { public FitResult? Execute() => null; }
[TrainAction] public sealed partial class NamedExecuteAsyncButNot { public int ExecuteAsync() => 1; }
[TrainAction(Name = "given-name", Description = "What it does.")] public sealed partial class Named { public void Execute() { } }
[TrainAction] internal sealed partial class Internal { public void Execute() { } }
[TrainAction] public partial class NotSealed { public void Execute() { } }
[TrainAction] public sealed partial class StaticExecute { public static int Execute() => 1; }
[TrainAction] public sealed partial class PrivateExecute { private int Execute() => 1; }
[TrainAction] public sealed partial record RecordAction { public int Execute() => 1; }
[TrainAction] public sealed partial class TakesContext(TrainContext run) { public void Execute() => run.Log.Info("hello"); }
[TrainAction] public sealed partial class TakesServices(IBackend backend, TimeProvider clock, Microsoft.Extensions.Logging.ILogger logger) { public bool Execute() => backend is not null && clock is not null && logger is not null; }
[TrainAction] public sealed partial class PrivateConstructor { private PrivateConstructor() { } public void Execute() { } }
[ExportAction] public sealed partial class ExportIt { public void Execute(ExportContext run) => run.Progress(Progress.SaveFiles, 1, 1); }
[InferenceAction] public sealed partial class InferIt { public void Execute(InferenceContext run) => run.Progress(Progress.Inference, 1, 1); }
[DeploymentAction] public sealed partial class DeployIt { public void Execute(DeploymentContext run) => run.Progress(Progress.Deploy, 1, 1); }
[AddTaskDataAction] public sealed partial class AddData { public void Execute(AddTaskDataContext run) => run.Progress(Progress.AnnotateTaskData, 1, 1); }

public static partial class Outer
{
    [TrainAction] public sealed partial class Nested { public void Execute() { } }

    public partial struct Inner
    {
        [TrainAction] internal sealed partial class DeeplyNested { public void Execute() { } }
    }
}

public abstract class HasExecute { public int Helper() => 1; protected int Count { get; init; } = 3; }
[TrainAction] public sealed partial class Derived : HasExecute { public int Execute() => Helper() + Count; }
[TrainAction] public sealed partial class Disposable : IDisposable { public void Execute() { } public void Dispose() => GC.SuppressFinalize(this); }
[TrainAction] public sealed partial class OverridesToString { public void Execute() { } public override string ToString() => "me"; }
[TrainAction] public sealed partial class @class { public void Execute() { } }
[TrainAction] public sealed partial class HasNestedTypes { public int Execute() => (int)Mode.B + new Part(1).Size; private enum Mode { A, B } private sealed record Part(int Size); }
[TrainAction] public sealed partial class HasEvents { public event EventHandler? Done; public void Execute() => Done?.Invoke(this, EventArgs.Empty); }
[TrainAction] public sealed partial class HasGenericHelper { public int Execute() => Twice(1); private static T Twice<T>(T value) where T : System.Numerics.INumber<T> => value + value; }
[TrainAction] public sealed partial class HasLocalFunctions { public int Execute() { return Local(2); static int Local(int n) => n < 1 ? 0 : Local(n - 1); } }
