using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Generated constants in attributes of steps: the generator does not see them, and what it wires is what the analyzers judge.</summary>
internal static class GeneratedConstantCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2003", "constants of steps that are there", """
            [StepSet]
            public class Shared
            {
                [Step] public int First() => 1;
                [Step] public string Other() => "";
                [Step] public char More() => 'a';
            }

            [UseSteps<Shared>(After = Train.Steps.Load, Except = [nameof(Shared.Other), nameof(Shared.More)])]
            [TrainAction]
            public sealed partial class Train
            {
                [Step(After = Steps.LoadData)] bool Fit([From(Steps.First)] int first, [From(Train.Steps.LoadData)] long data) => first + data > 1;
                [Step] float Load() => 1;
                [Step] long LoadDataAsync() => 1;
                [Step(Name = "x", Before = Steps.Load)] void Early() { }
                [Step(After = Steps.X)] void SecondOfAll() { }
            }
            """),
    ];
}
