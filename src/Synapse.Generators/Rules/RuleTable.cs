using Microsoft.CodeAnalysis;
using Synapse.Rules;

namespace Synapse.Generators.Rules;

/// <summary>The one table of rules: what each says, how loudly, and where it is explained.</summary>
internal static class RuleTable
{
    public const string HelpRoot = "https://github.com/synapse-dotnet/synapse/blob/main/docs/diagnostics/";

    /// <summary>All rules, for analyzers that declare what they report and for tests.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ActionRules.All.Concat(StepRules.All).Concat(ParamsRules.All).Concat(ReportingRules.All).Concat(DurabilityRules.All);

    public static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    /// <summary>An error that only the whole compilation shows; editors find it later than others.</summary>
    public static DiagnosticDescriptor ErrorOfCompilation(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.CompilationEnd);

    public static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    public static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) => new(
        id,
        title,
        message,
        Category(id),
        severity,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + id + ".md",
        customTags: tags);

    private static string Category(string id) => id[3] switch
    {
        '1' => "Synapse.Actions",
        '2' => "Synapse.Steps",
        '3' => "Synapse.Params",
        '4' => "Synapse.Reporting",
        '5' => "Synapse.Pipelines",
        '6' => "Synapse.Durability",
        _ => "Synapse",
    };
}
