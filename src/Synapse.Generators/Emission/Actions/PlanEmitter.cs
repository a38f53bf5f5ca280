using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Emission.Actions;

/// <summary>Writes the plan: a table of who hands what to whom, the steps, and one method for each call of the author's code.</summary>
internal static class PlanEmitter
{
    private static readonly string[] Headings = ["step", "takes", "hands on", "undone by"];

    public static void Write(SourceWriter writer, ActionModel action)
    {
        Table(writer, action);
        writer.Write(GeneratedCode.Attribute);
        using (writer.Open("private static class Wiring"))
        {
            Steps(writer, action);
            RegisterCodecs(writer, action);
            foreach (var step in action.Steps)
            {
                Calls(writer, step);
            }

            foreach (var hooks in action.Hooks)
            {
                HooksEmitter.Write(writer, hooks);
            }
        }
    }

    private static void Table(SourceWriter writer, ActionModel action)
    {
        if (!action.IsStepped)
        {
            return;
        }

        var rows = new List<string[]> { Headings };
        foreach (var step in action.Steps)
        {
            var takes = step.Inputs.Count == 0 ? "-" : string.Join(", ", step.Inputs.Select(i => $"{i.Display} from {action.Steps[i.Step].Name}"));
            rows.Add([step.Name, takes, Display(step.Output), step.RollbackName ?? "-"]);
        }

        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            writer.Write(("// " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd());
        }
    }

    public static string Display(OutputModel? output) =>
        output is null ? "-" : output.Rows == RowsFrom.None ? output.Display : "rows of " + output.Display;

    private static void Steps(SourceWriter writer, ActionModel action)
    {
        using (writer.Indent("public static StepDescriptor[] Steps() =>"))
        {
            writer.Write("[");
            foreach (var step in action.Steps)
            {
                using (writer.Indent())
                {
                    Step(writer, step);
                }
            }

            writer.Write("];");
        }

        writer.Blank();
    }

    private static void Step(SourceWriter writer, StepModel step)
    {
        using (writer.Open("new()", "},"))
        {
            writer.Write($"Name = {Literal.String(step.Name)},");
            writer.Write($"Method = {Literal.String(step.Display)},");
            writer.Write($"Weight = {step.Weight},");
            Policy(writer, step.Policy);
            if (step.Inputs.Count > 0)
            {
                writer.Write($"Inputs = [{string.Join(", ", step.Inputs.Select(i => $"new({Literal.String(i.Display)}, {Literal.Of(i.Step)})"))}],");
            }

            if (step.Output is { } output)
            {
                writer.Write($"Output = {Literal.String(Display(output))},");
                writer.Write($"OutputIsRows = {Literal.Bool(output.Rows != RowsFrom.None)},");
            }

            writer.Write($"Fingerprint = {Literal.String(step.Fingerprint)},");
            writer.Write($"Run = Run{step.Identifier},");
            if (step.Skip is not null)
            {
                writer.Write($"Skip = Skip{step.Identifier},");
            }

            if (step.Rollback is not null)
            {
                writer.Write($"Rollback = Rollback{step.Identifier},");
                writer.Write($"RollbackInFlight = {Literal.Bool(step.RollbackInFlight)},");
            }
        }
    }

    private static void Policy(SourceWriter writer, PolicyModel policy)
    {
        if (policy.Retries != PolicyModel.None.Retries)
        {
            writer.Write($"Retries = {policy.Retries},");
            writer.Write($"RetryDelay = global::System.TimeSpan.FromSeconds({policy.RetryDelaySeconds}),");
        }

        if (policy.TimeoutSeconds is { } timeout)
        {
            writer.Write($"Timeout = global::System.TimeSpan.FromSeconds({timeout}),");
        }
    }

    private static void RegisterCodecs(SourceWriter writer, ActionModel action)
    {
        var codecs = action.Steps.Select(s => s.Output?.Codec).OfType<CodecReference>().Select(CodecAlias.Of).Distinct(StringComparer.Ordinal).ToList();
        using (writer.Open("public static void RegisterCodecs()"))
        {
            foreach (var codec in codecs)
            {
                writer.Write($"LoopCodecs.Register({codec});");
            }
        }

        writer.Blank();
    }

    private static void Calls(SourceWriter writer, StepModel step)
    {
        CallEmitter.Run(writer, step);
        if (step.Skip is not null)
        {
            CallEmitter.Skip(writer, step, step.Skip);
        }

        if (step.Rollback is not null)
        {
            CallEmitter.Rollback(writer, step, step.Rollback);
        }
    }
}
