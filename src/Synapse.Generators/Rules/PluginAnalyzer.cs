using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Rules;

/// <summary>
/// What only the whole compilation shows: the plugin attribute, and two actions with one name. These report at the end,
/// once, at the first action in the order of files.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PluginAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ActionRules.ActionsWithoutPlugin, ActionRules.DuplicateActionName, ActionRules.BadPluginText];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var actions = new ConcurrentBag<ISymbol>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (ActionKinds.Of(symbol.Symbol).Count > 0)
                    {
                        actions.Add(symbol.Symbol);
                    }
                },
                SymbolKind.NamedType,
                SymbolKind.Method);
            start.RegisterCompilationEndAction(end => Report(end, InFileOrder(actions)));
        });
    }

    private static void Report(CompilationAnalysisContext context, List<ISymbol> actions)
    {
        var findings = new Findings();
        var verdict = new Verdict(findings);
        var plugin = PluginParser.Parse(context.Compilation.Assembly, findings);
        if (plugin is null && actions.Count > 0 && PluginParser.IsExecutable(context.Compilation))
        {
            verdict.Report(ActionRules.ActionsWithoutPlugin, Anchor.Name(actions[0]));
        }

        Duplicates(verdict, actions);
        foreach (var finding in findings.Items)
        {
            context.ReportDiagnostic(finding.ToDiagnostic(context.CancellationToken));
        }
    }

    private static void Duplicates(Verdict verdict, List<ISymbol> actions)
    {
        var taken = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            var name = ActionParser.NameOf(action);
            if (taken.TryGetValue(name, out var first))
            {
                verdict.ReportWithSuggestion(ActionRules.DuplicateActionName, Anchor.Name(action), Naming.Free(name, other => actions.Exists(a => ActionParser.NameOf(a) == other)), name, first.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            }
            else
            {
                taken.Add(name, action);
            }
        }
    }

    private static List<ISymbol> InFileOrder(IEnumerable<ISymbol> actions) =>
        [.. actions
            .OrderBy(a => a.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(a => a.Locations[0].SourceSpan.Start)];
}
