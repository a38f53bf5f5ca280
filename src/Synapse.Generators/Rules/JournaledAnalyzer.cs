using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Rules;

/// <summary>Refuses <c>[Journaled]</c> on a type that has no exact JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JournaledAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [StepRules.OutputCannotBeJournaled];

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
        if (Attributes.Find(type, "Synapse.JournaledAttribute") is null)
        {
            return;
        }

        new CodecParser(context.Compilation, context.CancellationToken).Parse(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), out var refusal);
        if (refusal is not null)
        {
            var finding = new Finding(StepRules.OutputCannotBeJournaled, Anchor.Name(type), [refusal.From(type.Name), refusal.Reason]);
            context.ReportDiagnostic(finding.ToDiagnostic(context.CancellationToken));
        }
    }
}
