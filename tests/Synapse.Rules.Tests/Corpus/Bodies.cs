// Method bodies that are close to what the rules over bodies say.
using System.Diagnostics;
using System.Text;

namespace Corpus.Bodies;

[Journaled] public sealed record Score(string Name, double Value);
public sealed record Row(int Number);

// Loops.
[InferenceAction] public sealed partial class LoopOfJournaled { public async Task<double> ExecuteAsync(InferenceContext run, CancellationToken ct) => (await run.ForEachAsync(["a"], n => n, (n, _) => Task.FromResult(new Score(n, 1)), ct: ct)).Sum(s => s.Value); }
[InferenceAction] public sealed partial class LoopOfScalars { public async Task ExecuteAsync(InferenceContext run, CancellationToken ct) { await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(n * 2L), name: "longs", ct: ct); await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult($"{n}"), name: "texts", ct: ct); await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(n > 0), name: "flags", ct: ct); await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(n * 0.5), name: "numbers", ct: ct); } }
[InferenceAction] public sealed partial class LoopOfOutputOfLaterStep { [Step] async Task<int> A(InferenceContext run, CancellationToken ct) => (await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(new Row(n)), ct: ct)).Count; [Step] Row B(int a) => new(a); }
[InferenceAction] public sealed partial class LoopOfWholeOutput { [Step] async Task<List<Row>> A(InferenceContext run, CancellationToken ct) => [.. (await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(new List<Row> { new(n) }), ct: ct)).SelectMany(r => r)]; }
[InferenceAction] public sealed partial class LoopInBranches { public async Task<int> ExecuteAsync(InferenceContext run, CancellationToken ct) { if (run.RunId.Length > 3) { await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, ct: ct); } else { await run.ForEachAsync([2], n => $"{n}", (_, _) => Task.CompletedTask, ct: ct); } return 1; } }
[InferenceAction] public sealed partial class LoopInSwitch { public async Task ExecuteAsync(InferenceContext run, CancellationToken ct) { switch (run.RunId.Length) { case 0: await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, ct: ct); break; case 1: await run.ForEachAsync([2], n => $"{n}", (_, _) => Task.CompletedTask, ct: ct); break; } } }
[InferenceAction] public sealed partial class LoopNamedByVariable { public async Task ExecuteAsync(InferenceContext run, CancellationToken ct) { foreach (var split in new[] { "train", "test" }) { await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, name: split, ct: ct); await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, new ForEachOptions { Name = split + "_b" }, ct); } } }
[InferenceAction] public sealed partial class LoopOptionsFromElsewhere { private static ForEachOptions Options(string name) => new() { Name = name, Parallelism = 2 }; public async Task ExecuteAsync(InferenceContext run, CancellationToken ct) { await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, Options("a"), ct); await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, Options("b"), ct); } }
[InferenceAction] public sealed partial class LoopOnceEachStep { [Step] Task A(InferenceContext run) => Walk(run); [Step] Task B(InferenceContext run) => Walk(run); private static Task Walk(InferenceContext run) => run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask); }
[InferenceAction] public sealed partial class LoopUntilReturn { public async Task ExecuteAsync(InferenceContext run, CancellationToken ct) { while (true) { ct.ThrowIfCancellationRequested(); if (run.RunId.Length > 0) { await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, ct: ct); return; } } } }
[InferenceAction] public sealed partial class LoopAfterThrow { public async Task ExecuteAsync(InferenceContext run, CancellationToken ct) { try { if (run.RunId.Length == 0) { throw new InvalidOperationException("a"); } await run.ForEachAsync([1], n => $"{n}", (_, _) => Task.CompletedTask, name: "tried", ct: ct); } catch (InvalidOperationException) { await run.ForEachAsync([2], n => $"{n}", (_, _) => Task.CompletedTask, name: "caught", ct: ct); } } }
[InferenceAction] public sealed partial class LoopOfGenericHelper { public Task ExecuteAsync(InferenceContext run) => Each(run, new Score("a", 1)); private static Task<DurableList<T>> Each<T>(InferenceContext run, T value) => run.ForEachAsync([1], n => $"{n}", (_, _) => Task.FromResult(value)); }

// Messages.
[ExportAction] public sealed partial class MessageShapes { const string Said = "{A} and " + "{B}"; public void Execute(ExportContext run) { run.Log.Info(Said, 1, 2); run.Log.Debug("{{}} {A:N2} {{{B}}}", 1, 2); run.Log.Success(message: "plain"); run.Log.Warning($"{run.RunId} is interpolated"); run.Log.Danger("100 % { of }"); run.Log.Error("{Name}", args: ["a"]); } }
[ExportAction] public sealed partial class MessageOfVariables { public void Execute(ExportContext run) { object?[] all = [1, 2]; ReadOnlySpan<object?> span = all; run.Log.Info("{A} {B}", all); run.Log.Info("{A} {B}", span); Say(run.Log, "{X}", 1); } private static void Say(RunLog log, string text, params ReadOnlySpan<object?> values) => log.Info(text, values); }
[ExportAction] public sealed partial class OtherLogs { public void Execute(ExportContext run, CancellationToken ct) { new Journal().Info("{A} {B}", 1); _ = run.Logger; ct.ThrowIfCancellationRequested(); } private sealed class Journal { public void Info(string text, params object[] args) => _ = text + args.Length; } }

// Console.
[ExportAction] public sealed partial class ToStandardError { public void Execute() { Console.Error.WriteLine("for the one who debugs"); using var error = Console.OpenStandardError(); } }
[ExportAction] public sealed partial class AsksTheTerminal { public bool Execute() => Console.IsOutputRedirected || Console.IsInputRedirected; }
[ExportAction] public sealed partial class CapturesOutput { public string Execute() { var before = Console.Out; using var text = new StringWriter(); Console.SetOut(text); try { return text.ToString(); } finally { Console.SetOut(before); } } }
[ExportAction] public sealed partial class OwnConsole { public void Execute() => Console.WriteLine("x"); private static class Console { public static void WriteLine(string text) => _ = text; } }
public static class Printer { public static void Print() => Console.WriteLine("not in an action"); }
[ExportAction] public sealed partial class CallsPrinter { public void Execute(ExportContext run) => run.Log.Info(nameof(Console)); }

// Fields.
[TrainAction] public sealed partial class ReadonlyFields(TrainContext run) { private readonly TrainContext _run = run; private readonly int _limit = 3; private const int Most = 5; [Step] int A() => _limit + Most; [Step] string B() => _run.RunId + _limit; }
[TrainAction] public sealed partial class OwnStateEach { private int count; private readonly List<string> seen = []; [Step] int A() { count = 1; seen.Add("a"); return count + seen.Count; } [Step] string B() { count = 2; seen.Add("b"); return $"{count}{seen.Count}"; } }
[TrainAction] public sealed partial class LazyField { private string? folder; private string Folder => folder ??= Path.GetTempPath(); [Step] int A() => Folder.Length; [Step] string B() => Folder; }
[TrainAction] public sealed partial class WritesOnly { private int last; public int Last { get => last; set => last = value; } [Step] void A() => last = 1; [Step] void B() => Last = 2; }
[TrainAction] public sealed partial class ReadsOnly { public int Limit { get; init; } = 3; private readonly Dictionary<string, int> sizes = new() { ["a"] = 1 }; [Step] int A() => sizes["a"] + Limit; [Step] string B() => $"{sizes.Count}{Limit}"; }
[TrainAction] public sealed partial class ReadBeforeOwnWrite { private int tries; [Step] int A() { tries++; return tries; } [Step] string B() { while (tries < 3) { tries++; } return $"{tries}"; } }
[TrainAction] public sealed partial class OneStepOnly { private readonly StringBuilder text = new(); [Step] string A() { text.Append('a'); Add(); return text.ToString(); } private void Add() => text.AppendLine("b"); [Step] int B() => 1; }
[TrainAction] public sealed partial class OtherInstances { private int size; [Step] int A() { var other = new OtherInstances { size = 3 }; return other.size; } [Step] string B() => $"{size}"; }
[TrainAction] public sealed partial class WrittenByOut { private int parsed; [Step] int A() { _ = int.TryParse("1", out parsed); return parsed; } [Step] string B() { (parsed, var rest) = (1, 2); return $"{parsed}{rest}"; } }
[TrainAction] public sealed partial class SharedInExecute { private int count; public int Execute() { Raise(); return count; } private void Raise() => count++; }
[StepSet] public sealed class SetWithCache { private string[]? files; private string[] Files => files ??= Directory.GetFiles("."); [Step] public int CountFiles() => Files.Length; [Step] public string FirstFile() => Files.FirstOrDefault() ?? ""; }

// Statics.
[TrainAction] public sealed partial class StaticCaches { private static string[]? names; private static int? size; private static readonly object Gate = new(); [Step] int A() { names ??= ["a"]; if (size is null) { lock (Gate) { size ??= 3; } } return names.Length + size.Value; } }
[TrainAction] public sealed partial class StaticReads { private static readonly Dictionary<string, int> Table = new() { ["a"] = 1 }; private static int Limit { get; } = 3; [Step] int A() => Table["a"] + Limit; }
[TrainAction] public sealed partial class StaticConstructorOnly { private static readonly int Start; static StaticConstructorOnly() => Start = 3; [Step] int A() => Start; }
[TrainAction] public sealed partial class SettingsOfOthers { [Step] void A() { System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture; Environment.CurrentDirectory = Path.GetTempPath(); Environment.ExitCode = 0; } }
[TrainAction] public sealed partial class StaticEventsAndLocals { private static event EventHandler? Changed; [Step] void A() { Changed += (_, _) => { }; Changed?.Invoke(null, EventArgs.Empty); static int Twice(int n) { n *= 2; return n; } _ = Twice(1); } }

// Waits.
[TrainAction] public sealed partial class AwaitedBefore { public async Task<long> ExecuteAsync(TrainContext run, CancellationToken ct) { var a = run.GetDatasetAsync(1, ct); var b = run.GetDatasetAsync(2, ct); await Task.WhenAll(a, b); return a.Result.Id + b.Result.Id; } }
[TrainAction] public sealed partial class FirstOfAny { public async Task<long> ExecuteAsync(TrainContext run, CancellationToken ct) { var all = new[] { run.GetDatasetAsync(1, ct), run.GetDatasetAsync(2, ct) }; return (await Task.WhenAny(all)).Result.Id; } }
[TrainAction] public sealed partial class TestedBefore { public async Task<int> ExecuteAsync(CancellationToken ct) { var work = Task.Run(() => 1, ct); while (!work.IsCompletedSuccessfully) { await Task.Delay(1, ct); } return work.Result; } }
[TrainAction] public sealed partial class KnownResults { public async Task<int> ExecuteAsync() { await Task.Yield(); return Task.FromResult(1).Result + ValueTask.FromResult(2).Result; } }
[TrainAction] public sealed partial class WaitInLock { private readonly object gate = new(); public async Task<int> ExecuteAsync(CancellationToken ct) { await Task.Yield(); lock (gate) { return Task.Run(() => 1, ct).Result; } } }
[TrainAction] public sealed partial class WaitInHelper { [Step] int A() => Helper(); private static int Helper() => Task.Run(() => 1).Result; }
[TrainAction] public sealed partial class WaitInSyncLambda { public async Task<int> ExecuteAsync(CancellationToken ct) { await Task.Yield(); return new[] { 1 }.Sum(n => Task.Run(() => n, ct).Result); } }
[TrainAction] public sealed partial class WaitInContinuation { public Task<int> ExecuteAsync(CancellationToken ct) => Task.Run(() => 1, ct).ContinueWith(t => t.Result + 1, ct, TaskContinuationOptions.None, TaskScheduler.Default); }
[TrainAction] public sealed partial class WaitWithLimit { public async Task<bool> ExecuteAsync(CancellationToken ct) { await Task.Yield(); return Task.Delay(1, ct).Wait(TimeSpan.FromSeconds(1), ct); } }
[TrainAction] public sealed partial class ResultOfOther { public async Task<int> ExecuteAsync() { await Task.Yield(); return new Lazy().Result + new Lazy().Wait(); } private sealed class Lazy { public int Result => 1; public int Wait() => 2; } }
[TrainAction] public sealed partial class AwaitsAll { public async Task<int> ExecuteAsync(CancellationToken ct) { var tasks = Enumerable.Range(0, 3).Select(n => Task.Run(() => n, ct)).ToList(); await Task.WhenAll(tasks); return tasks.Sum(t => t.Result); } }

// The process.
[TrainAction] public sealed partial class KillsChild { public async Task ExecuteAsync(CancellationToken ct) { using var child = Process.Start(new ProcessStartInfo("true")); child?.Kill(entireProcessTree: true); await Task.Delay(0, ct); } }
[TrainAction] public sealed partial class ReadsOwnProcess { public long Execute() { using var own = Process.GetCurrentProcess(); return own.WorkingSet64 + Environment.ProcessId; } }
[TrainAction] public sealed partial class OwnExit { public void Execute() => Exit(1); private static void Exit(int code) => throw new InvalidOperationException($"{code}"); }

// Keys.
[UploadAction] public sealed partial class StableKeys { [Step] async Task<Dataset> A(UploadContext run, StepAttempt attempt, CancellationToken ct) { await run.ForEachAsync([1], n => $"{n} of {run.UtcNow:yyyy}", (_, _) => Task.CompletedTask, ct: ct); var key = $"{attempt.Key}/{run.Random.Next()}"; return await run.Backend.Datasets.CreateAsync($"at {DateTime.UtcNow:O}", key, ct); } }
[UploadAction] public sealed partial class ClockElsewhere { [Step] async Task A(UploadContext run, CancellationToken ct) { var started = DateTimeOffset.UtcNow; var watch = Stopwatch.GetTimestamp(); await run.ForEachAsync([1], n => $"{n}", async (n, token) => { await Task.Delay(Random.Shared.Next(3), token); run.Log.Info("{Id} at {Time}", Guid.NewGuid(), started); }, ct: ct); run.LogMetric("train", ("seconds", Stopwatch.GetElapsedTime(watch).TotalSeconds)); } }
[UploadAction] public sealed partial class OwnKeys { [Step] string A() => Make(key: Guid.NewGuid().ToString()); private static string Make(string key) => key; }
[UploadAction] public sealed partial class SeededKeys { [Step] Task A(UploadContext run, CancellationToken ct) { var random = new Random(42); return run.ForEachAsync([1], n => $"{n} {random.Next()}", (_, _) => Task.CompletedTask, ct: ct); } }
[UploadAction] public sealed partial class TimesOfFiles { [Step] Task A(UploadContext run, CancellationToken ct) => run.ForEachAsync(Directory.GetFiles(run.WorkDir), f => $"{f} {File.GetLastWriteTimeUtc(f):O}", (_, _) => Task.CompletedTask, ct: ct); }
