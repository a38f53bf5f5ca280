using System.Text;

namespace Synapse.Runtime.Tests.Model;

internal enum Output { None, Value, Rows, Loop }

internal enum Skip { Never, Asked, Skips, Throws, ThrowsOnce }

internal enum Undo { None, Whole, Loop }

/// <summary>A step and how its body behaves: everything that the engine sees of an author's code.</summary>
internal sealed record PlanStep(string Name)
{
    public string Print { get; init; } = "v1";

    public double Weight { get; init; } = 1;

    public Output Output { get; init; }

    public Skip Skip { get; init; }

    /// <summary>Attempts that fail, by number; with <see cref="FailsLate"/> only when all else is done.</summary>
    public IReadOnlyList<int> Fails { get; init; } = [];

    public bool FailsLate { get; init; }

    public int Retries { get; init; }

    /// <summary>Calls that create something, before the output.</summary>
    public int Effects { get; init; }

    /// <summary>Rows or items: each number is how often the item's first calls fail.</summary>
    public IReadOnlyList<int> Items { get; init; } = [];

    public int Parallelism { get; init; } = 1;

    public int ItemRetries { get; init; }

    public int AllowedFailures { get; init; }

    public bool ItemEffects { get; init; }

    public bool Strict { get; init; }

    public Undo Undo { get; init; }

    public bool UndoInFlight { get; init; }

    /// <summary>How often the rollback, or its loop's first item, fails before it works.</summary>
    public int UndoFails { get; init; }

    /// <summary>Ends with its token; otherwise it goes on as if nothing was.</summary>
    public bool HeedsStop { get; init; }

    public string Key(int item) => $"{Name}-{item}";

    public override string ToString()
    {
        var text = new StringBuilder($"{Name}: {Output}");
        void Add(bool shown, string what) => text.Append(shown ? ", " + what : "");
        Add(Print != "v1", $"print {Print}");
        Add(Skip != Skip.Never, $"skip condition {Skip}");
        Add(Fails.Count > 0, $"fails {(FailsLate ? "late" : "early")} at attempts {string.Join(' ', Fails)}");
        Add(Retries > 0, $"{Retries} retries");
        Add(Effects > 0, $"{Effects} effects");
        Add(Items.Count > 0, $"items failing {string.Join(' ', Items)} times, {ItemRetries} item retries, {AllowedFailures} failures allowed, parallelism {Parallelism}");
        Add(ItemEffects, "an effect an item");
        Add(Strict, "strict");
        Add(Undo != Undo.None, $"rollback {Undo}{(UndoInFlight ? " in flight too" : "")}, fails {UndoFails} times");
        Add(HeedsStop, "heeds stop");
        return text.ToString();
    }
}

/// <summary>Plans at random, small enough that a person can follow one.</summary>
internal sealed class RandomPlan(Random random)
{
    public List<PlanStep> Steps(int from = 0)
    {
        var steps = new List<PlanStep>();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            steps.Add(Step($"{(char)('a' + from + steps.Count)}{(from > 0 ? random.Next(10) : "")}"));
        }

        return steps;
    }

    /// <summary>A rebuilt plugin: other steps from a position on.</summary>
    public List<PlanStep> Rebuilt(IReadOnlyList<PlanStep> steps, int started) => [.. steps.Take(started), .. Steps(started)];

    private PlanStep Step(string name)
    {
        var output = Pick(Output.None, Output.Value, Output.Value, Output.Rows, Output.Loop, Output.Loop);
        return new PlanStep(name)
        {
            Weight = random.Next(1, 5),
            Output = output,
            Skip = Chance(0.25) ? Pick(Skip.Asked, Skip.Skips, Skip.Skips, Skip.Throws, Skip.ThrowsOnce) : Skip.Never,
            Fails = [.. Enumerable.Range(1, 5).Where(_ => Chance(0.12))],
            FailsLate = Chance(0.5),
            Retries = Chance(0.5) ? random.Next(1, 4) : 0,
            Effects = Chance(0.3) ? random.Next(1, 3) : 0,
            Items = output is Output.Rows or Output.Loop ? [.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => Chance(0.12) ? random.Next(1, 4) : 0)] : [],
            Parallelism = Chance(0.5) ? 1 : random.Next(2, 5),
            ItemRetries = Chance(0.4) ? random.Next(1, 3) : 0,
            AllowedFailures = Chance(0.2) ? random.Next(1, 3) : 0,
            ItemEffects = Chance(0.5),
            Strict = Chance(0.2),
            Undo = Pick(Undo.None, Undo.Whole, Undo.Whole, output is Output.Rows or Output.Loop ? Undo.Loop : Undo.Whole),
            UndoInFlight = Chance(0.4),
            UndoFails = Chance(0.25) ? random.Next(1, 3) : 0,
            HeedsStop = Chance(0.5),
        };
    }

    private bool Chance(double chance) => random.NextDouble() < chance;

    private T Pick<T>(params ReadOnlySpan<T> from) => from[random.Next(from.Length)];
}
