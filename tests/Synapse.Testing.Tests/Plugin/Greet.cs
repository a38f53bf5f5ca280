using System.ComponentModel.DataAnnotations;

[assembly: Synapse.SynapsePlugin("testing")]

namespace Synapse.Testing.Tests.Plugin;

public enum Tone
{
    Plain,
    Loud,
}

[Params]
public sealed partial record GreetParams
{
    [MinLength(2)]
    public required string Name { get; init; }

    [Range(1, 3)]
    public int Times { get; init; } = 1;

    public Tone Tone { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Friends { get; init; } = [];

    public DateOnly? Birthday { get; init; }

    partial void Validate(ParamErrors errors)
    {
        if (Tone == Tone.Loud && Times > 2)
        {
            errors.Add(nameof(Times), "more than twice is too loud");
        }
    }
}

public sealed record Greeting(string Text, IReadOnlyList<string> Friends, DateOnly? Birthday);

[PluginAction("greet")]
public sealed partial class Greet
{
    public Greeting Execute(GreetParams p, RunContext run)
    {
        run.Log.Info("Greeting {Name}", p.Name);
        run.Log.Debug("{Times} times", p.Times);
        var text = string.Join(' ', Enumerable.Repeat($"Hello {p.Title}{p.Name}!", p.Times));
        run.Log.Success("Done");
        return new(p.Tone == Tone.Loud ? text.ToUpperInvariant() : text, p.Friends, p.Birthday);
    }
}

public static partial class Functions
{
    [PluginAction("double")]
    public static int Double(DoubleParams p) => p.Number * 2;

    [PluginAction("touch")]
    public static void Touch(RunContext run) => File.WriteAllText(Path.Combine(run.WorkDir, "touched"), run.RunId);

    [PluginAction("nothing_found")]
    public static string? NothingFound() => null;

    [PluginAction("wait")]
    public static async Task<int> WaitAsync(RunContext run, CancellationToken ct)
    {
        run.Log.Info("Waiting");
        await Task.Delay(Timeout.Infinite, ct);
        return 1;
    }
}

[Params]
public sealed partial record DoubleParams(int Number);
