using System.Text;
using Microsoft.CodeAnalysis.Text;
using Scriban.Runtime;
using Synapse.Generators.Model;
using Synapse.Generators.Parsing;

namespace Synapse.Generators.Emission;

/// <summary>Writes the manifest of the assembly and, in an executable without one, the entry point.</summary>
internal static class PluginEmitter
{
    public static SourceText Manifest(PluginModel? plugin, ProgramModel program, IEnumerable<ActionSummary> actions)
    {
        var code = plugin?.Code ?? program.AssemblyName;
        return Render("Manifest", new ScriptObject
        {
            ["namespace"] = Namespace(program),
            ["generated"] = GeneratedCode.Attribute,
            ["code"] = Literal.String(code),
            ["name"] = Literal.String(plugin?.Name ?? code),
            ["version"] = Literal.String(plugin?.Version ?? program.Version),
            ["description"] = Literal.String(plugin?.Description),
            ["category"] = plugin?.Category ?? "Custom",
            ["actions"] = new ScriptArray(actions.Select(a => a.WiringType)),
        });
    }

    public static SourceText Main(ProgramModel program) => Render("Main", new ScriptObject
    {
        ["namespace"] = Namespace(program),
        ["generated"] = GeneratedCode.Attribute,
    });

    private static SourceText Render(string template, ScriptObject model) =>
        SourceText.From(Templates.Render(template, model), Encoding.UTF8);

    private const string Prefix = "Synapse.Generated.";

    // Each assembly its own namespace, so that two plugins that see each other's internals do not collide.
    private static string Namespace(ProgramModel program)
    {
        var name = new StringBuilder();
        foreach (var c in program.AssemblyName)
        {
            name.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        var own = name.ToString();
        return Prefix + (char.IsDigit(own[0]) ? "_" + own : PartialTypes.Escape(own));
    }
}
