using Microsoft.CodeAnalysis;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Rules.Tests.Harness;

/// <summary>What the parser makes of each action of a plugin, asked as the analyzers ask it; an error at a class that it pulls in counts as one of its own.</summary>
internal static class Actions
{
    public static IEnumerable<(ActionParser.Result? Result, bool HasErrors)> Of(Compilation compilation)
    {
        foreach (var symbol in Symbols(compilation.Assembly.GlobalNamespace).Where(s => ActionKinds.Of(s).Count > 0))
        {
            var findings = new Findings();
            var result = ActionParser.Parse(symbol, compilation, findings, CancellationToken.None);
            foreach (var set in symbol.GetAttributes().SelectMany(a => a.AttributeClass!.TypeArguments).OfType<INamedTypeSymbol>().Where(s => ActionKinds.Of(s).Count == 0))
            {
                StrayAttributes.Check(set, new(findings));
            }

            yield return (result, findings.Items.Any(f => f.Rule.DefaultSeverity == DiagnosticSeverity.Error));
        }
    }

    private static IEnumerable<ISymbol> Symbols(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(m => m is INamespaceOrTypeSymbol inner ? Symbols(inner).Prepend(m) : [m]);
}
