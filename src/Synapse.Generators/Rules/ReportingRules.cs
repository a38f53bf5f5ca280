using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Rules;
using static Synapse.Generators.Rules.RuleTable;

namespace Synapse.Generators.Rules;

/// <summary>Rules about what an action tells its user. The action is wired all the same, so none is an error.</summary>
internal static class ReportingRules
{
    public static readonly DiagnosticDescriptor MessageDoesNotFit = Warning(
        RuleIds.MessageDoesNotFit,
        "Values do not fit the message",
        "The message has {0} and is given {1}; holes are filled in order, so there must be as many values");

    public static readonly DiagnosticDescriptor ConsoleInAction = Warning(
        RuleIds.ConsoleInAction,
        "Console in an action",
        "'{0}' {1}");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [MessageDoesNotFit, ConsoleInAction];
}
