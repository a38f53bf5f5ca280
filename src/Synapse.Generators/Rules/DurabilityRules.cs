using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Rules;
using static Synapse.Generators.Rules.RuleTable;

namespace Synapse.Generators.Rules;

/// <summary>Rules about code that a crash or a resume would break. The action is wired all the same, so none is an error.</summary>
internal static class DurabilityRules
{
    public static readonly DiagnosticDescriptor FieldSharedByBodies = Warning(
        RuleIds.FieldSharedByBodies,
        "Field is written in one step and read in another",
        "'{0}' is written in '{1}' and read in '{2}', but each of them gets an instance of its own, so that the value is not here. Return it from a step and take it as a parameter.");

    public static readonly DiagnosticDescriptor StaticAssigned = Info(
        RuleIds.StaticAssigned,
        "Static is assigned in an action",
        "'{0}' is static: after a crash it is empty again, and other runs of the process see it. Return the value from a step, or keep it in a local.");

    public static readonly DiagnosticDescriptor BlockingWait = Warning(
        RuleIds.BlockingWait,
        "Blocking wait on a task",
        "'{0}' blocks a thread until the task is done. Await the task.");

    public static readonly DiagnosticDescriptor ProcessEnded = Warning(
        RuleIds.ProcessEnded,
        "Action ends the process",
        "'{0}' ends the process in the middle of a run, with nothing rolled back and nothing reported. Throw an exception to fail the step.");

    public static readonly DiagnosticDescriptor UnstableKey = Warning(
        RuleIds.UnstableKey,
        "Key changes from start to start",
        "'{0}' is another value after a restart, so {1} would not be found again. Use what names the item, 'UtcNow' of the run, or 'StepAttempt.Key'.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [FieldSharedByBodies, StaticAssigned, BlockingWait, ProcessEnded, UnstableKey];
}
