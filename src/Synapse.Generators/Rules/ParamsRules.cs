using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Rules;
using static Synapse.Generators.Rules.RuleTable;

namespace Synapse.Generators.Rules;

/// <summary>Rules about params types and their members.</summary>
internal static class ParamsRules
{
    public static readonly DiagnosticDescriptor UnsupportedPropertyType = Error(
        RuleIds.UnsupportedPropertyType,
        "Param has a type that JSON cannot fill",
        "Param '{0}' has type '{1}', which cannot be read from JSON: {2}");

    public static readonly DiagnosticDescriptor ConstraintDoesNotFit = Error(
        RuleIds.ConstraintDoesNotFit,
        "Constraint does not fit the param's type",
        "[{0}] does not fit param '{1}' of type '{2}': {3}");

    public static readonly DiagnosticDescriptor DefaultBreaksConstraint = Error(
        RuleIds.DefaultBreaksConstraint,
        "Default breaks the param's own constraint",
        "Default {0} of param '{1}' breaks its own constraint: {2}");

    public static readonly DiagnosticDescriptor JsonNameClash = Error(
        RuleIds.JsonNameClash,
        "Two params have one name",
        "Params '{0}' and '{1}' are both called \"{2}\" in JSON. Set another name with [JsonPropertyName].");

    public static readonly DiagnosticDescriptor BadPattern = Error(
        RuleIds.BadPattern,
        "Pattern cannot be used",
        "The pattern of param '{0}' cannot be used: {1}");

    public static readonly DiagnosticDescriptor RequiredWithDefault = Error(
        RuleIds.RequiredWithDefault,
        "Required param has a default",
        "Param '{0}' is required, so its initializer {1} is never used. Remove 'required' or the initializer.");

    public static readonly DiagnosticDescriptor NamedLikeRunOption = Info(
        RuleIds.NamedLikeRunOption,
        "Param is named like an option of the command line",
        "Param '{0}' shares the flag {1} with the command line: {2}");

    public static readonly DiagnosticDescriptor ValidationNeverRuns = Error(
        RuleIds.ValidationNeverRuns,
        "Validation attribute would never run",
        "[{0}] of '{1}' cannot be evaluated at compile time, so it would never run. Use a constraint that the binder knows, or 'partial void Validate(ParamErrors errors)'.");

    public static readonly DiagnosticDescriptor MessageCannotBeEvaluated = Error(
        RuleIds.MessageCannotBeEvaluated,
        "Message of a constraint cannot be evaluated",
        "The message of [{0}] of '{1}' cannot be evaluated at compile time: {2}");

    public static readonly DiagnosticDescriptor NotParams = Error(
        RuleIds.NotParams,
        "Params type cannot be bound",
        "'{0}' cannot be bound as params: {1}");

    public static readonly DiagnosticDescriptor NonNullableWithoutDefault = Error(
        RuleIds.NonNullableWithoutDefault,
        "Param would be null when absent",
        "Param '{0}' of type '{1}' would be null when absent. Make it required, nullable, or give it an initializer.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnsupportedPropertyType, ConstraintDoesNotFit, DefaultBreaksConstraint, JsonNameClash, BadPattern,
        RequiredWithDefault, NamedLikeRunOption, ValidationNeverRuns, MessageCannotBeEvaluated, NotParams, NonNullableWithoutDefault,
    ];
}
