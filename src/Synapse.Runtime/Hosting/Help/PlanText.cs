using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Help;

/// <summary>The steps of an action in order: who hands what to whom, what is undone, what may be skipped.</summary>
internal static class PlanText
{
    public static void Write(TextWriter writer, ActionDescriptor action, int width)
    {
        writer.WriteLine($"{action.Name}: {Count(action.Steps.Count, "step")}, one after another. If one fails, {Failure(action)}.");
        writer.WriteLine();
        var rows = new List<(string, string)>(action.Steps.Count);
        for (var position = 0; position < action.Steps.Count; position++)
        {
            var step = action.Steps[position];
            rows.Add(($"{position + 1}. {step.Name}", Describe(action, step, position)));
        }
        TextColumns.Write(writer, rows, width);
    }

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Describe(ActionDescriptor action, StepDescriptor step, int position)
    {
        var lines = new List<string>();
        if (step.Inputs.Count > 0)
        {
            lines.Add("takes " + string.Join(", ", step.Inputs.Select(input => $"{input.Type} from {action.Steps[input.Step].Name}")));
        }
        if (step.Output is not null)
        {
            lines.Add($"makes {step.Output}{(position == action.ResultStep ? " = the result" : "")}");
        }
        if (step.Skip is not null)
        {
            lines.Add("may be skipped");
        }
        if (step.Rollback is not null)
        {
            lines.Add(step.RollbackInFlight ? "can be undone, also when it failed half-way" : "can be undone");
        }
        lines.Add($"{step.Method}, {Share(action, step)} of the progress");
        return string.Join('\n', lines);
    }

    private static string Share(ActionDescriptor action, StepDescriptor step)
    {
        var total = 0.0;
        foreach (var other in action.Steps)
        {
            total += other.Weight;
        }
        return $"{Math.Round(100 * step.Weight / total)} %";
    }

    private static string Failure(ActionDescriptor action) => Keeps(action)
        ? "the finished ones stay and 'resume' goes on"
        : "the finished ones are undone, last first";

    private static bool Keeps(ActionDescriptor action) =>
        action.OnFailure == OnFailure.Keep || (action.OnFailure == OnFailure.Default && action.Kind == ActionKind.Train);
}
