namespace Synapse.Crash.Tests.Support;

/// <summary>A run that is small enough to be killed at every file call.</summary>
internal sealed record Scenario(string Name, string Action, bool Fails, int Parallelism = 1, int Items = 4)
{
    public static readonly Scenario Steps = new("steps", "count", Fails: false);
    public static readonly Scenario StepsUndone = new("steps-undone", "count", Fails: true);
    public static readonly Scenario Upload = new("upload", "upload", Fails: false);
    public static readonly Scenario UploadUndone = new("upload-undone", "upload", Fails: true);
    public static readonly Scenario ManyAtOnce = new("many-at-once", "count", Fails: false, Parallelism: 8, Items: 200);

    public static readonly Scenario Standard = new("standard-upload", "standard", Fails: false);

    public static readonly Scenario Filling = new("filling", "count", Fails: false, Parallelism: 8, Items: 20_000);

    /// <summary>The only step that says by itself whether it is skipped.</summary>
    public const string MaySkip = "process_metadata";

    public static IReadOnlyList<Scenario> All { get; } = [Steps, StepsUndone, Upload, UploadUndone, Standard];

    public static Scenario Named(string name) => All.Append(ManyAtOnce).Single(scenario => scenario.Name == name);

    /// <summary>Small enough for a segment, at its edge, and too large for it.</summary>
    public static IReadOnlyDictionary<string, int> Files { get; } = new Dictionary<string, int> { ["a"] = 500, ["b"] = 3000, ["c"] = 300_000 };

    public IEnumerable<string> Arguments(string files)
    {
        string[] own = Action switch
        {
            "count" => ["--items", $"{Items}", "--parallelism", $"{Parallelism}"],
            "upload" => ["--path", files, "--parallelism", $"{Parallelism}"],
            _ => ["--path", files, "--name", "crash", "--data-collection", "1", "--upload-max-workers", $"{Parallelism}", "--upload-max-retries", "0", "--creating-data-unit-max-retries", "0"],
        };
        return ["run", Action, .. own, .. Fails ? ["--fails"] : Array.Empty<string>()];
    }

    /// <summary>Every effect that a whole run has, by step and item.</summary>
    public IEnumerable<(string Step, string Item)> Effects => Action switch
    {
        "count" => [("first", ""), ("rows", ""), .. Enumerable.Range(0, Items).Select(i => ("each", $"row {i}")), ("large", ""), ("last", "")],
        "upload" => [.. Files.Keys.Select(name => ("send", name)), ("create_dataset", ""), ("last", "")],
        _ => [("tell", "")],
    };

    public override string ToString() => Name;
}
