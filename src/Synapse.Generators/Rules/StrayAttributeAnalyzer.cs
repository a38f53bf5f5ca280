using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Rules;

/// <summary>Reports what is wrong with attributes of steps on types that are no actions, and with step sets by themselves; of an action its own parse reports it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [StepRules.AttributeHasNoEffect, StepRules.StepIsAsyncVoid];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (ActionKinds.Of(type).Count > 0)
        {
            return;
        }

        var findings = new Findings();
        StrayAttributes.Check(type, new(findings));
        foreach (var finding in findings.Items)
        {
            context.ReportDiagnostic(finding.ToDiagnostic(context.CancellationToken));
        }
    }
}
