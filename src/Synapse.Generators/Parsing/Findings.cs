using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>One thing that a parse rejects or remarks on.</summary>
internal sealed class Finding(DiagnosticDescriptor rule, Anchor anchor, string[] arguments, ImmutableDictionary<string, string?>? properties = null)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    public Diagnostic ToDiagnostic(CancellationToken cancellation) =>
        Diagnostic.Create(Rule, anchor.Location(cancellation), properties, arguments);
}

/// <summary>Collects what a parse finds; an analyzer passes one, the generator passes none.</summary>
internal sealed class Findings
{
    private readonly List<Finding> items = [];

    public IReadOnlyList<Finding> Items => items;

    public void Add(Finding finding) => items.Add(finding);
}

/// <summary>
/// The judgement of one parse. Reporting an error is the only way to become invalid, so that "a diagnostic shows" and
/// "the generator writes the stub" cannot come apart.
/// </summary>
internal sealed class Verdict(Findings? findings)
{
    /// <summary>Takes what only follows from a mistake that is reported already.</summary>
    public static Verdict Unheard => new(findings: null);

    public bool IsValid { get; private set; } = true;

    /// <summary>Becomes invalid without a finding: the compiler itself reports what is wrong.</summary>
    public void Spoil() => IsValid = false;

    /// <summary>Takes over what was judged, and reported, at another declaration.</summary>
    public void Adopt(Verdict other) => IsValid &= other.IsValid;

    public void Report(DiagnosticDescriptor rule, Anchor anchor, params string[] arguments) => Report(rule, anchor, properties: null, arguments);

    /// <summary>Reports with the name that the fix puts in place of a bad one.</summary>
    public void ReportWithSuggestion(DiagnosticDescriptor rule, Anchor anchor, string? suggestion, params string[] arguments) =>
        Report(rule, anchor, suggestion is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Synapse.Rules.FixProperties.Suggestion, suggestion), arguments);

    /// <summary>Reports with what the fix has to know, see <c>FixProperties</c>.</summary>
    public void Report(DiagnosticDescriptor rule, Anchor anchor, ImmutableDictionary<string, string?>? properties, params string[] arguments)
    {
        IsValid &= rule.DefaultSeverity != DiagnosticSeverity.Error;
        findings?.Add(new(rule, anchor, arguments, properties));
    }
}
