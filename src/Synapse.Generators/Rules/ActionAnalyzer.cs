using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Rules;

/// <summary>Reports what the parser of actions finds: the same parse that decides what the generator writes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. ActionRules.All, .. StepRules.All, ParamsRules.NotParams];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var findings = new Findings();
        ActionParser.Parse(context.Symbol, context.Compilation, findings, context.CancellationToken);
        foreach (var finding in findings.Items)
        {
            context.ReportDiagnostic(finding.ToDiagnostic(context.CancellationToken));
        }
    }
}
