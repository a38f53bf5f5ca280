using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>
/// SYN6001: each body that generated code calls gets a fresh instance, so what another one left in a field is not there.
/// A body that writes the field itself, be it through a method that it calls, is not judged.
/// </summary>
internal static class FieldRule
{
    public static void Report(SymbolAnalysisContext context, FieldUses uses)
    {
        var entries = uses.Bodies.Entries
            .OrderBy(m => m.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(m => m.Locations[0].SourceSpan.Start)
            .Select(m => (Method: m, Body: Closed(m, uses)))
            .ToList();
        var reported = new HashSet<SyntaxNode>();
        foreach (var (reader, body) in entries)
        {
            foreach (var read in body.Reads.OrderBy(r => r.Value.Syntax.SpanStart))
            {
                var writer = body.Writes.Contains(read.Key) ? null : entries.FirstOrDefault(e => e.Body.Writes.Contains(read.Key)).Method;
                if (writer is not null && reported.Add(read.Value.Syntax))
                {
                    context.ReportDiagnostic(Diagnostic.Create(DurabilityRules.FieldSharedByBodies, read.Value.Syntax.GetLocation(), read.Key.Name, writer.Name, reader.Name));
                }
            }
        }
    }

    // The method with all of the type that it calls, however far.
    private static FieldUses.Body Closed(IMethodSymbol entry, FieldUses uses)
    {
        var all = new FieldUses.Body();
        var open = new Stack<IMethodSymbol>();
        open.Push(entry);
        while (open.Count > 0)
        {
            var method = open.Pop();
            if (!all.Calls.Add(method) || uses.Of(method) is not { } body)
            {
                continue;
            }

            all.Writes.UnionWith(body.Writes);
            foreach (var read in body.Reads)
            {
                if (!all.Reads.ContainsKey(read.Key))
                {
                    all.Reads.Add(read.Key, read.Value);
                }
            }

            foreach (var call in body.Calls)
            {
                open.Push(call);
            }
        }

        return all;
    }
}
