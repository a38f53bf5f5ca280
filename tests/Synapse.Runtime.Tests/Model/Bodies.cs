using Synapse.Runtime.TestPlugin;
using Synapse.Wiring;
using static System.FormattableString;

namespace Synapse.Runtime.Tests.Model;

/// <summary>Turns a plan into the steps of an action whose bodies note what they do.</summary>
internal sealed class Bodies(IReadOnlyList<PlanStep> steps, Life life)
{
    public StepDescriptor[] Describe() => [.. steps.Select((step, position) => Plan.Step(
        step.Name,
        scope => RunAsync(scope, step, position),
        step.Undo == Undo.None ? null : scope => UndoAsync(scope, step, position),
        step.Skip == Skip.Never ? null : _ => SkipReason(step),
        rows: IsRows(step),
        inFlight: step.UndoInFlight,
        weight: step.Weight,
        print: step.Print,
        retries: step.Retries,
        delay: TimeSpan.Zero))];

    private static bool IsRows(PlanStep step) => step.Output is Output.Rows or Output.Loop;

    private string? SkipReason(PlanStep step)
    {
        var number = life.Note($"skip {step.Name} #", $"skip {step.Name}");
        return step.Skip switch
        {
            Skip.Skips => "not needed",
            Skip.Throws or Skip.ThrowsOnce when step.Skip == Skip.Throws || number == 1 => throw new InvalidOperationException("skip fails"),
            _ => null,
        };
    }

    private async Task RunAsync(StepScope scope, PlanStep step, int position)
    {
        var number = scope.Attempt.Number;
        life.Note(Invariant($"body {step.Name} {number} of {Inputs(scope, position)}"));
        Heed(scope, step);
        FailIf(step.Fails.Contains(number) && !step.FailsLate);
        for (var i = 1; i <= step.Effects; i++)
        {
            await scope.Context.Engine.EffectAsync(new EffectCall<string>("make", "d", Codecs.Text, (key, _) => Made(scope, key)), default);
            Heed(scope, step);
        }

        await OutputAsync(scope, step, Invariant($"{step.Name}.{number}"));
        FailIf(step.Fails.Contains(number) && step.FailsLate);
    }

    private async Task OutputAsync(StepScope scope, PlanStep step, string value)
    {
        switch (step.Output)
        {
            case Output.Value:
                scope.Write(value, Codecs.Text);
                break;
            case Output.Rows:
                await scope.WriteRowsAsync(Rows(value, step.Items.Count), Codecs.Text);
                break;
            case Output.Loop:
                var options = new ForEachOptions
                {
                    Parallelism = step.Parallelism,
                    Retries = step.ItemRetries,
                    RetryDelay = TimeSpan.Zero,
                    AllowedFailures = step.AllowedFailures,
                    Durability = step.Strict ? ItemDurability.Strict : ItemDurability.Grouped,
                };
                var done = await scope.Context.ForEachAsync(Enumerable.Range(0, step.Items.Count), step.Key, (item, _) => ItemAsync(scope, step, item), options);
                await scope.WriteRowsAsync(done, Codecs.Text);
                break;
        }
    }

    private async Task<string> ItemAsync(StepScope scope, PlanStep step, int item)
    {
        var number = 0;
        if (step.ItemEffects)
        {
            await scope.Context.Engine.EffectAsync(
                new EffectCall<string>("make", "d", Codecs.Text, (key, _) => Task.FromResult($"{number = Note(" " + Relative(scope, key))}")), default);
        }
        else
        {
            number = Note("");
        }

        Heed(scope, step);
        FailIf(number <= step.Items[item]);
        return Invariant($"{step.Key(item)}.{number}");

        int Note(string key) => life.Note(Invariant($"item {step.Key(item)} #{key}"), step.Key(item));
    }

    private async Task UndoAsync(StepScope scope, PlanStep step, int position)
    {
        var own = IsRows(step) ? scope.ReadRows(position, Codecs.Text) : null;
        var number = life.Note(
            Invariant($"undo {step.Name} # {(own is null ? Value(scope, position) : $"{string.Join(' ', own)}{(own.IsComplete ? "" : " …")}")}"),
            $"undo {step.Name}");
        Heed(scope, step);
        if (step.Undo == Undo.Whole)
        {
            FailIf(number <= step.UndoFails);
            return;
        }

        await scope.Context.ForEachAsync(
            own!.Select((row, index) => (row, index)).ToList(),
            row => row.row,
            (row, _) =>
            {
                var call = life.Note($"undoing {row.row} #", $"undo {row.row}");
                Heed(scope, step);
                FailIf(row.index == 0 && call <= step.UndoFails);
                return Task.CompletedTask;
            },
            step.Parallelism);
    }

    private string Inputs(StepScope scope, int position) => string.Join(", ", Enumerable.Range(0, position).Select(i =>
        !scope.Has(i) ? "-" : IsRows(steps[i]) ? string.Join(' ', scope.ReadRows(i, Codecs.Text)) : scope.Read(i, Codecs.Text)));

    private static string Value(StepScope scope, int position) => scope.Has(position) ? scope.Read(position, Codecs.Text) : "-";

    private Task<string> Made(StepScope scope, string key)
    {
        life.Note($"effect {Relative(scope, key)}");
        return Task.FromResult(key);
    }

    private static string RunId(StepScope scope) => scope.Context.Engine.RunId;

    private static string Relative(StepScope scope, string key) => key.Replace(RunId(scope) + "/", "", StringComparison.Ordinal);

    private static async IAsyncEnumerable<string> Rows(string value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return Invariant($"{value}.{i}");
        }
    }

    private static void Heed(StepScope scope, PlanStep step)
    {
        if (step.HeedsStop)
        {
            scope.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static void FailIf(bool fails)
    {
        if (fails)
        {
            throw new InvalidOperationException("scripted");
        }
    }
}
