using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Emission.Actions;

/// <summary>Writes the typed <c>Descriptor</c> of an action.</summary>
internal static class DescriptorEmitter
{
    public static void Write(SourceWriter writer, ActionModel action, string visibility)
    {
        var type = $"ActionDescriptor<{action.ParamsType ?? "NoParams"}, {action.ResultType ?? "NoResult"}>";
        writer.Write($"/// <summary>{HoverText.Descriptor(action)}</summary>");
        writer.Write(GeneratedCode.Attribute);
        using (writer.Open($"{visibility} static {type} Descriptor {{ get; }} = new()", "};"))
        {
            writer.Write($"Name = {Literal.String(action.Name)},");
            writer.Write($"TypeName = {Literal.String(TypeName(action))},");
            writer.Write($"Kind = ActionKind.{action.Kind},");
            if (action.Description is not null)
            {
                writer.Write($"Description = {Literal.String(action.Description)},");
            }

            writer.Write($"Method = RunMethod.{action.Method},");
            writer.Write($"OnFailure = global::Synapse.OnFailure.{action.OnFailure},");
            writer.Write($"IsStepped = {Literal.Bool(action.IsStepped)},");
            if (action.ParamsType is not null)
            {
                writer.Write($"Params = {ParamsReference.Descriptor(action.ParamsType)},");
            }

            if (action.Result is not null)
            {
                writer.Write($"Result = {CodecAlias.Of(action.Result)},");
            }

            writer.Write($"ResultStep = {Literal.Of(action.ResultStep)},");
            writer.Write($"Categories = [{string.Join(", ", action.Categories.Select(c => "Progress." + c.Identifier))}],");
            Hooks(writer, action);
            writer.Write("Steps = Wiring.Steps(),");
            writer.Write("RegisterCodecs = Wiring.RegisterCodecs,");
        }

        writer.Blank();
    }

    private static void Hooks(SourceWriter writer, ActionModel action)
    {
        if (action.Hooks.Count == 0)
        {
            return;
        }

        writer.Write("Hooks =");
        writer.Write("[");
        using (writer.Indent())
        {
            foreach (var hook in action.Hooks.SelectMany(h => h.Hooks))
            {
                var takes = string.Join(", ", hook.Takes.Select(Literal.String));
                writer.Write($"new({Literal.String(hook.Name)}, [{takes}], {(hook.Gives is null ? "null" : Literal.String(hook.Gives))}, IsRequired: {Literal.Bool(hook.IsRequired)}, IsImplemented: {Literal.Bool(hook.Call is not null)}),");
            }
        }

        writer.Write("],");
    }

    private static string TypeName(ActionModel action) =>
        action.Type.MetadataName.Replace('+', '.') + (action.Function is null ? string.Empty : "." + action.Function);
}
