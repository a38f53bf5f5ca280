using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Code in actions that a crash or a resume would break.</summary>
internal static class DurabilityCases
{
    private const string Hand = "but each of them gets an instance of its own, so that the value is not here. Return it from a step and take it as a parameter.";
    private const string Static = "is static: after a crash it is empty again, and other runs of the process see it. Return the value from a step, or keep it in a local.";
    private const string Blocks = "blocks a thread until the task is done. Await the task.";
    private const string Ends = "ends the process in the middle of a run, with nothing rolled back and nothing reported. Throw an exception to fail the step.";
    private const string Use = "Use what names the item, 'UtcNow' of the run, or 'StepAttempt.Key'.";

    public static IEnumerable<RuleCase> All =>
    [
        new("SYN6001", "assigned, filled, a property, in a rollback", """
            [TrainAction]
            public sealed partial class Train
            {
                private readonly List<string> files = [];
                private int count;
                private string Name { get; set; } = "";

                [Step(Rollback = nameof(Undo))]
                void First()
                {
                    files.Add("a");
                    count = 3;
                    Name = "first";
                }

                [Step] int Second() => [|files|].Count + [|count|];
                void Undo() => [|Name|].ToString();
            }
            """,
            $"'files' is written in 'First' and read in 'Second', {Hand}",
            $"'count' is written in 'First' and read in 'Second', {Hand}",
            $"'Name' is written in 'First' and read in 'Undo', {Hand}"),
        new("SYN6001", "from one hook to another", """
            [ExportAction]
            public sealed partial class Export
            {
                private int count;

                public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run) => run.Backend.Assignments.ListAsync(p.Filter);
                public Assignment BeforeConvert(Assignment item)
                {
                    count = 3;
                    return item;
                }

                public void Finish(ExportContext run) => run.Log.Info("{Count}", [|count|]);
            }
            """, $"'count' is written in 'BeforeConvert' and read in 'Finish', {Hand}"),
        new("SYN6001", "through local calls, and in a step set", """
            [StepSet]
            public sealed class Shared
            {
                private int count;

                [Step] public void First() => Outer();
                [Step] public int Second() => Sum();

                private void Outer() => Set(3);
                private void Set(int value) => count += value;
                private int Sum() => Half * 2;
                private int Half => [|count|] / 2;
            }
            """, $"'count' is written in 'First' and read in 'Second', {Hand}"),
        new("SYN6001", "written where it is read, only read, static, of a constructor, nameof", """
            [TrainAction]
            public sealed partial class Train(TrainContext run)
            {
                private readonly Dictionary<string, int> seen = [];
                private readonly TrainContext context = run;
                private int? cached;
                private int number;

                [Step] int First() { number = 1; return number + Cached(); }
                [Step] string Second() { number = 2; context.Log.Info(nameof(number)); return $"{number} {Cached()} {Count("a")}"; }
                [Step] char Third() => (char)Count("b");
                [Step] string Fourth() => nameof(cached);

                private int Cached() => cached ??= 3;
                private int Count(string name) { seen[name] = 1; return seen.Count; }
            }

            [ExportAction]
            public sealed partial class Export
            {
                private int count;
                public int Execute() { Set(); return count; }
                private void Set() => count = 1;
            }
            """),
        new("SYN6002", "assigned, counted, of another class, in a function", """
            public static class State { public static int Count { get; set; } public static string? Last; }

            [TrainAction]
            public sealed partial class Train
            {
                private static int runs;

                [Step] void First() { [|runs|]++; [|State.Count|] += 2; }
                [Step] void Second() { ([|State.Last|], var local) = ("a", 1); Keep(local); }
                private static void Keep(int number) => [|State.Count|] = number;
            }

            public static partial class Tools
            {
                [PluginAction("tell")] public static void Tell() => [|State.Last|] = "told";
            }
            """, $"'runs' {Static}", $"'Count' {Static}", $"'Last' {Static}", $"'Count' {Static}", $"'Last' {Static}"),
        new("SYN6002", "a cache, a static constructor, settings of others, instances", """
            [TrainAction]
            public sealed partial class Train
            {
                private static readonly Dictionary<string, int> Sizes = [];
                private static string[]? names;
                private static string? folder;
                private static int? size;
                private int count;

                static Train() => folder = "a";

                [Step]
                int First()
                {
                    names ??= ["a"];
                    if (folder is null)
                    {
                        folder = "b";
                    }

                    count = 1;
                    Sizes["a"] = 1;
                    System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
                    return count + (size ?? (size = 3).Value);
                }
            }
            """),
        new("SYN6003", "result, wait, awaiter, all; in steps and lambdas", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] long First(TrainContext run) => [|run.GetDatasetAsync(1).Result|].Id;

                [Step]
                async Task Second(TrainContext run, CancellationToken ct)
                {
                    await Task.Yield();
                    [|Task.Delay(1, ct).Wait()|];
                    var dataset = run.GetDatasetAsync(1, ct);
                    _ = [|dataset.GetAwaiter().GetResult()|].Id + [|run.GetDatasetAsync(2, ct).ConfigureAwait(false).GetAwaiter().GetResult()|].Id;
                    [|Task.WaitAll(Task.Delay(1, ct), Task.Delay(2, ct))|];
                    await run.ForEachAsync([1], n => $"{n}", async (n, token) => { await Task.Yield(); _ = [|run.GetDatasetAsync(n, token).Result|]; }, ct: ct);
                }
            }
            """, $"'Result' {Blocks}", $"'Wait' {Blocks}", $"'GetAwaiter().GetResult' {Blocks}", $"'GetAwaiter().GetResult' {Blocks}", $"'WaitAll' {Blocks}", $"'Result' {Blocks}"),
        new("SYN6003", "known completed, where nothing can be awaited, with a limit, no task", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step]
                async Task<long> First(TrainContext run, CancellationToken ct)
                {
                    var one = run.GetDatasetAsync(1, ct);
                    var two = run.GetDatasetAsync(2, ct);
                    await Task.WhenAll(one, two);
                    Task<Dataset>[] all = [one, two];
                    var first = await Task.WhenAny(all);
                    var polled = Task.Delay(1, ct);
                    if (polled.IsCompleted)
                    {
                        polled.GetAwaiter().GetResult();
                    }

                    lock (all)
                    {
                        _ = run.GetDatasetAsync(1, ct).Result;
                    }

                    var sum = all.Sum(d => d.Result.Id) + all.Select(d => Later(run).Result).Sum();
                    return one.Result.Id + two.Result.Id + first.Result.Id + Task.FromResult(sum).Result + (Task.Delay(1, ct).Wait(1, ct) ? 1 : 0) + new Answer().Result;
                }

                [Step] Task Second(TrainContext run) { _ = Later(run).Result; return Task.CompletedTask; }
                private static long Helper(TrainContext run) => run.GetDatasetAsync(1).Result.Id;
                private static async Task<long> Later(TrainContext run) { await Task.Yield(); return Helper(run); }

                sealed class Answer { public int Result => 42; }
            }
            """),
        new("SYN6004", "exit, fail, kill itself", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] void First() => [|Environment.Exit(1)|];
                [Step] void Second() => [|Environment.FailFast("broken")|];
                [Step] void Third() => [|System.Diagnostics.Process.GetCurrentProcess().Kill()|];
                [Step] void Fourth() { using var own = System.Diagnostics.Process.GetCurrentProcess(); [|own.Kill(true)|]; }
            }
            """, $"'Environment.Exit' {Ends}", $"'Environment.FailFast' {Ends}", $"'Process.Kill' {Ends}", $"'Process.Kill' {Ends}"),
        new("SYN6004", "another process, an exit code, a method of that name", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] void First() { using var other = System.Diagnostics.Process.Start("true"); other.Kill(); }
                [Step] void Second() { Environment.ExitCode = 3; Exit(1); }
                private static void Exit(int code) => throw new InvalidOperationException($"{code}");
            }
            """),
        new("SYN6006", "a loop's key, its name, a call's key, through a local", """
            [UploadAction]
            public sealed partial class Upload
            {
                [Step]
                async Task First(UploadContext run, CancellationToken ct)
                {
                    await run.ForEachAsync([1], n => $"{n} {[|Guid.NewGuid()|]}", (n, _) => Task.CompletedTask, ct: ct);
                    var stamp = [|DateTime.UtcNow|].ToString("O");
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, name: "at " + stamp, ct: ct);
                    await run.Backend.Datasets.CreateAsync("images", $"images-{[|Random.Shared|].Next()}", ct);
                    await run.Backend.Datasets.CreateAsync("labels", key: [|TimeProvider.System.GetUtcNow()|].ToString("O"), ct: ct);
                }
            }
            """,
            $"'Guid.NewGuid' is another value after a restart, so the item would not be found again. {Use}",
            $"'DateTime.UtcNow' is another value after a restart, so the loop would not be found again. {Use}",
            $"'Random.Shared' is another value after a restart, so what the call created would not be found again. {Use}",
            $"'TimeProvider.GetUtcNow' is another value after a restart, so what the call created would not be found again. {Use}"),
        new("SYN6006", "what stays the same, and values that are no keys", """
            [UploadAction]
            public sealed partial class Upload
            {
                [Step]
                async Task First(UploadContext run, StepAttempt attempt, CancellationToken ct)
                {
                    await run.ForEachAsync([1], n => $"{n} {run.UtcNow:O} {run.Random.Next()}", (n, _) => Task.FromResult(Guid.NewGuid()), ct: ct);
                    await run.Backend.Datasets.CreateAsync($"images of {DateTime.Now:d}", attempt.Key, ct);
                    run.Log.Info("at {Now}", DateTimeOffset.UtcNow);
                    Keep(key: Guid.NewGuid());
                }

                private static void Keep(Guid key) => _ = key;
            }
            """),
    ];
}
