using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Emission.Actions;

/// <summary>Writes the class through which the steps of a set call the author's methods.</summary>
internal static class HooksEmitter
{
    public static void Write(SourceWriter writer, HooksModel hooks)
    {
        var written = hooks.Hooks.Where(h => h.Call is not null).ToList();
        if (!UsesScope(hooks, written))
        {
            writer.Write("#pragma warning disable CS9113 // The action's methods ask for nothing of the run.");
        }

        using (writer.Open($"private sealed class {hooks.Identifier}(StepScope scope) : {hooks.Type}"))
        {
            if (written.Exists(h => !h.Call!.IsStatic))
            {
                writer.Write($"private readonly {hooks.Owner} action = new({string.Join(", ", hooks.Constructor.Select(CallEmitter.Argument))});").Blank();
            }

            var names = string.Join(" or ", written.Select(h => Literal.String(h.Name)));
            writer.Write($"public override bool Has(string name) => {(names.Length == 0 ? "false" : "name is " + names)};");
            foreach (var hook in written)
            {
                writer.Blank();
                Hook(writer, hooks, hook.Call!);
            }
        }
    }

    private static bool UsesScope(HooksModel hooks, List<HookModel> written) =>
        hooks.Constructor.Select(CallEmitter.Argument).Concat(written.SelectMany(h => h.Call!.Arguments)).Any(argument => argument.Contains("scope"));

    private static void Hook(SourceWriter writer, HooksModel hooks, HookCallModel hook)
    {
        var call = $"{(hook.IsStatic ? hooks.Owner : "action")}.{hook.Method}({string.Join(", ", hook.Arguments)})";
        var signature = $"public override {(hook.Form == HookForm.Awaited ? "async " : string.Empty)}{hook.Signature}";
        if (hook.Form == HookForm.Completed)
        {
            using (writer.Open(signature))
            {
                writer.Write($"{call};");
                writer.Write("return default;");
            }

            return;
        }

        var body = hook.Form switch
        {
            HookForm.Awaited => "await " + call,
            HookForm.Wrapped => $"new {hook.ReturnType}({call})",
            _ => call,
        };
        using (writer.Indent(signature + " =>"))
        {
            writer.Write(body + ";");
        }
    }
}
