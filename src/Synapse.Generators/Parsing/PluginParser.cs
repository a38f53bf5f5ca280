using System.Threading;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing;

/// <summary>Reads the plugin attribute and what kind of program the compilation is.</summary>
internal static class PluginParser
{
    public const string AttributeName = "Synapse.SynapsePluginAttribute";

    public static PluginModel? Parse(IAssemblySymbol assembly, Findings? findings)
    {
        if (Attributes.Find(assembly, AttributeName) is not { } attribute)
        {
            return null;
        }

        var verdict = new Verdict(findings);
        var code = attribute.ConstructorArguments is [{ Value: string given }] ? given : string.Empty;
        if (!Naming.IsActionName(code))
        {
            verdict.ReportWithSuggestion(ActionRules.BadPluginText, Anchor.Attribute(assembly, attribute, 0), Naming.Repaired(code), code, "plugin code", "use lower-case letters, digits, '-' and '_', starting with a letter, at most 64 characters.");
        }

        var version = attribute.Named<string>("Version");
        if (version is not null && !IsVersion(version))
        {
            verdict.Report(ActionRules.BadPluginText, Anchor.Attribute(assembly, attribute, attribute.Position("Version")), version, "version", "use semantic versioning, for instance \"1.2.0\".");
        }

        return new(code, attribute.Named<string>("Name"), version, attribute.Named<string>("Description"), attribute.NamedEnum("Category", "Custom"));
    }

    public static bool IsExecutable(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    public static ProgramModel Program(Compilation compilation, CancellationToken cancellation)
    {
        var isExecutable = IsExecutable(compilation);
        var version = compilation.Assembly.Identity.Version;
        return new(
            compilation.AssemblyName ?? "Plugin",
            $"{version.Major}.{version.Minor}.{version.Build}",
            isExecutable,
            isExecutable && compilation.GetEntryPoint(cancellation) is not null);
    }

    private static bool IsVersion(string text)
    {
        var end = text.IndexOfAny(['-', '+']);
        var numbers = (end < 0 ? text : text.Substring(0, end)).Split('.');
        return numbers.Length == 3 && numbers.All(n => n.Length is > 0 and < 10 && n.All(c => c is >= '0' and <= '9'));
    }
}
