// Functions that are actions, and classes that have more than those.
namespace Corpus.Functions;

[Params] public sealed partial record CleanParams { public required string Path { get; init; } }

public static partial class Tools
{
    [PluginAction("clean")] public static int Clean(CleanParams p, RunContext run) { run.Log.Info("Cleans {Path}", p.Path); return 1; }
    [PluginAction("check-it")] public static Task CheckAsync(CancellationToken ct) => Task.Delay(0, ct);
    [PluginAction("count_all")] internal static async ValueTask<long> CountAll(RunContext run) { await Task.Yield(); return run.RunId.Length; }
    [TrainAction] public static void FitFunction(TrainContext run) => run.Log.Success("Done");
    [ExportAction(Name = "export-function")] public static string[] Export() => [];
    private static void Helper() => Console.WriteLine("Not part of an action.");
    public static void Print() => Helper();
}

public sealed partial class Mixed
{
    public string Name { get; set; } = "";
    [PluginAction("mixed")] public static void Run(RunContext run) => run.Log.Info("ran");
    public void Tell() => Console.WriteLine(Name);
}

internal static partial class Hidden { [PluginAction("hidden")] internal static int Go() => 1; }
public partial record Functional { [PluginAction("of-a-record")] public static int Go() => 1; }
public partial struct Value { [PluginAction("of-a-struct")] public static int Go() => 1; }
