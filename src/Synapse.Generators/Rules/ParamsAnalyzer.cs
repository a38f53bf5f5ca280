using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Params;

namespace Synapse.Generators.Rules;

/// <summary>Reports what the parser of params types finds; the generator asks the same parser and writes a stub.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParamsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. ParamsRules.All, ActionRules.MemberNamedLikeGenerated];

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
        if (!ParamValues.IsParams(type))
        {
            return;
        }

        var findings = new Findings();
        ParamsParser.Parse(type, context.Compilation, findings, context.CancellationToken);
        foreach (var finding in findings.Items)
        {
            context.ReportDiagnostic(finding.ToDiagnostic(context.CancellationToken));
        }
    }
}
