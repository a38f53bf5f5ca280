using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Rules;
using static Synapse.Generators.Rules.RuleTable;

namespace Synapse.Generators.Rules;

/// <summary>Rules about steps, their order, their dataflow and their rollback.</summary>
internal static class StepRules
{
    public static readonly DiagnosticDescriptor UploadHasNoSteps = Error(
        RuleIds.UploadHasNoSteps,
        "Upload action has no steps",
        "Upload action '{0}' has no steps. Add [Step] methods, or pull in the standard ones with [UseSteps<StandardUpload>].");

    public static readonly DiagnosticDescriptor DuplicateStepName = Error(
        RuleIds.DuplicateStepName,
        "Two steps have one name",
        "Step name '{0}' is taken by '{1}' already. Set another with Name = \"…\", or Replace = true to take its place.");

    public static readonly DiagnosticDescriptor AnchorIsNoStep = Error(
        RuleIds.AnchorIsNoStep,
        "Name does not stand for a step",
        "{0} = {1} does not name a step of '{2}'. {3}");

    public static readonly DiagnosticDescriptor StepOrderHasCycle = Error(
        RuleIds.StepOrderHasCycle,
        "Steps wait for each other",
        "The order of the steps has a cycle: {0}. Remove one of these Before or After.");

    public static readonly DiagnosticDescriptor StepWeightNotPositive = Error(
        RuleIds.StepWeightNotPositive,
        "Step weight is not positive",
        "Weight {0} of step '{1}' is not a positive finite number, so it cannot be a share of the progress");

    public static readonly DiagnosticDescriptor StepMethodMissing = Error(
        RuleIds.StepMethodMissing,
        "Rollback or skip method is missing or unfit",
        "{0} = {1} of step '{2}' cannot be used: {3}");

    public static readonly DiagnosticDescriptor RollbackAsksForOther = Error(
        RuleIds.RollbackAsksForOther,
        "Rollback asks for what its step does not return",
        "Rollback '{0}' asks for '{1}', but step '{2}' returns {3} and no earlier step returns it");

    public static readonly DiagnosticDescriptor InputHasNoProducer = Error(
        RuleIds.InputHasNoProducer,
        "Step input has no single producer",
        "'{0}' asks for '{1}', but {2}");

    public static readonly DiagnosticDescriptor OutputCannotBeJournaled = Error(
        RuleIds.OutputCannotBeJournaled,
        "Step output cannot be journaled",
        "{0} cannot be journaled: {1}");

    public static readonly DiagnosticDescriptor BadStepName = Error(
        RuleIds.BadStepName,
        "Bad step name",
        "'{0}' is no step name: use lower-case letters, digits and '_', starting with a letter, at most 64 characters");

    public static readonly DiagnosticDescriptor StepIsAsyncVoid = Error(
        RuleIds.StepIsAsyncVoid,
        "Step is async void",
        "'{0}' is async void: the run could neither wait for it nor see it fail. Return Task.");

    public static readonly DiagnosticDescriptor StepsInTwoParts = Error(
        RuleIds.StepsInTwoParts,
        "Steps stand in two parts of the class",
        "Steps of '{0}' stand in two parts of the class, so their order is not defined. Move '{1}' to the part that has the others.");

    public static readonly DiagnosticDescriptor LoopResultHasNoCodec = Warning(
        RuleIds.LoopResultHasNoCodec,
        "Loop result cannot be journaled",
        "The loop's result '{0}' cannot be journaled: no step of '{1}' returns it and it is not [Journaled]. {2}");

    public static readonly DiagnosticDescriptor LoopsShareName = Warning(
        RuleIds.LoopsShareName,
        "Two loops of a step have one name",
        "{0} is named \"{1}\", so the journal cannot tell the loops apart. Give it a name of its own: name: \"…\".");

    public static readonly DiagnosticDescriptor StepSetOfOtherContract = Error(
        RuleIds.StepSetOfOtherContract,
        "Step set of another contract",
        "Step set '{0}' was compiled for contract {1} of step sets, and this SDK wires contract {2}. Build '{3}' with the SDK of this plugin.");

    public static readonly DiagnosticDescriptor SkippableOutputTakenAsNonNull = Error(
        RuleIds.SkippableOutputTakenAsNonNull,
        "Output of a skippable step is taken as never null",
        "'{0}' takes '{1}' from step '{2}', which {3}. Ask for '{1}?'.");

    public static readonly DiagnosticDescriptor AttributeHasNoEffect = Error(
        RuleIds.AttributeHasNoEffect,
        "Attribute of a step has no effect",
        "[{0}] of '{1}' has no effect: {2}");

    public static readonly DiagnosticDescriptor StepPolicyOutOfRange = Error(
        RuleIds.StepPolicyOutOfRange,
        "Retries or timeout of a step out of range",
        "{0} = {1} of step '{2}' is out of range: {3}");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UploadHasNoSteps, DuplicateStepName, AnchorIsNoStep, StepOrderHasCycle, StepWeightNotPositive, StepMethodMissing,
        RollbackAsksForOther, InputHasNoProducer, OutputCannotBeJournaled, BadStepName, StepIsAsyncVoid, StepsInTwoParts,
        LoopResultHasNoCodec, LoopsShareName, StepSetOfOtherContract, SkippableOutputTakenAsNonNull, StepPolicyOutOfRange, AttributeHasNoEffect,
    ];
}
