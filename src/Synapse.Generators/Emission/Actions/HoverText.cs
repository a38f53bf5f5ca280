using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Emission.Actions;

/// <summary>What an editor shows of a generated member: what an author would otherwise look up in the plan.</summary>
internal static class HoverText
{
    public static string Step(ActionModel action, int position)
    {
        var step = action.Steps[position];
        var text = $"<c>{Escape(step.Name)}</c>, step {Literal.Of(position + 1)} of {Literal.Of(action.Steps.Count)}: {Said(step.Summary)}";
        text += step.Inputs.Count == 0 ? "Takes nothing" : "Takes " + string.Join(", ", step.Inputs.Select(i => $"<c>{Escape(i.Display)}</c> from <c>{Escape(action.Steps[i.Step].Name)}</c>"));
        text += step.Output is null ? ", hands on nothing" : $", hands on <c>{Escape(PlanEmitter.Display(step.Output))}</c>";
        text += step.RollbackName is null ? string.Empty : $", undone by <c>{Escape(step.RollbackName)}</c>";
        return text + (step.Skip is null ? "." : ", may be skipped.");
    }

    public static string Category(ActionModel action, ConstantModel category) =>
        action.StepNames.Any(s => s.Text == category.Text) ? $"Progress of the step <c>{Escape(category.Text)}</c>." : $"Progress on <c>{Escape(category.Text)}</c>, as the platform calls it.";

    public static string Descriptor(ActionModel action)
    {
        var takes = action.ParamsType is null ? "no params" : $"params <c>{Escape(Short(action.ParamsType))}</c>";
        var returns = action.ResultType is null ? "no result" : $"result <c>{Escape(Short(action.ResultType))}</c>";
        return $"The action <c>{Escape(action.Name)}</c> as the runtime sees it, with {takes} and {returns}.{(action.Description is null ? string.Empty : " " + Escape(action.Description))}";
    }

    private static string Said(string? summary) => summary is null ? string.Empty : Escape(summary) + (summary.EndsWith(".", StringComparison.Ordinal) ? " " : ". ");

    private static string Short(string type) => type.Replace("global::", string.Empty);

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", " ").Replace("\n", " ");
}
