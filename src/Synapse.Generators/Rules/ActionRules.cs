using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Rules;
using static Synapse.Generators.Rules.RuleTable;

namespace Synapse.Generators.Rules;

/// <summary>Rules about action classes and the plugin they belong to.</summary>
internal static class ActionRules
{
    public static readonly DiagnosticDescriptor ActionMustBePartial = Error(
        RuleIds.ActionMustBePartial,
        "Action class is not partial",
        "Action '{0}' is wired by generated code in a second part of the class. Declare '{1}' partial.");

    public static readonly DiagnosticDescriptor ActionCannotBeConstructed = Error(
        RuleIds.ActionCannotBeConstructed,
        "Action cannot be constructed",
        "'{0}' cannot be made by generated code: {1}");

    public static readonly DiagnosticDescriptor ActionHasNeitherExecuteNorSteps = Error(
        RuleIds.ActionHasNeitherExecuteNorSteps,
        "Action has neither Execute nor steps",
        "Action '{0}' has nothing to run. Add a method Execute or ExecuteAsync, or [Step] methods.");

    public static readonly DiagnosticDescriptor ActionHasExecuteAndSteps = Error(
        RuleIds.ActionHasExecuteAndSteps,
        "Action has both Execute and steps",
        "Action '{0}' has both '{1}' and steps, so it is not clear what runs. Keep one of them.");

    public static readonly DiagnosticDescriptor ExecuteCannotBeWired = Error(
        RuleIds.ExecuteCannotBeWired,
        "Execute or a hook has a parameter or result that cannot be wired",
        "'{0}' cannot be wired: {1}");

    public static readonly DiagnosticDescriptor DuplicateActionName = ErrorOfCompilation(
        RuleIds.DuplicateActionName,
        "Two actions have one name",
        "Action name '{0}' is already taken by '{1}'. Set another with Name = \"…\".");

    public static readonly DiagnosticDescriptor TwoActionAttributes = Error(
        RuleIds.TwoActionAttributes,
        "Class has two action attributes",
        "'{0}' has the attributes [{1}] and [{2}], but an action is of one kind. Remove one, or split the class.");

    public static readonly DiagnosticDescriptor ActionsWithoutPlugin = ErrorOfCompilation(
        RuleIds.ActionsWithoutPlugin,
        "Actions without a plugin attribute",
        "This program has actions but does not say which plugin it is. Add [assembly: SynapsePlugin(\"code\")].");

    public static readonly DiagnosticDescriptor BadPluginText = Error(
        RuleIds.BadPluginText,
        "Bad code, name or version",
        "'{0}' is not a valid {1}: {2}");

    public static readonly DiagnosticDescriptor PreAnnotationLacksConversion = Error(
        RuleIds.PreAnnotationLacksConversion,
        "Pre-annotation action lacks a conversion",
        "Pre-annotation action '{0}' {1}");

    public static readonly DiagnosticDescriptor DeploymentWithSteps = Error(
        RuleIds.DeploymentWithSteps,
        "Deployment action has steps",
        "Deployment action '{0}' cannot have steps. Do the work in Execute or ExecuteAsync.");

    public static readonly DiagnosticDescriptor MemberNamedLikeGenerated = Error(
        RuleIds.MemberNamedLikeGenerated,
        "Member is named like a generated one",
        "'{0}' already has a member '{1}', a name that generated code needs. Rename it.");

    public static readonly DiagnosticDescriptor TwoParamsTypes = Error(
        RuleIds.TwoParamsTypes,
        "Action asks for two params types",
        "Action '{0}' asks for '{1}' and '{2}', but a run has one set of params. Derive one type from the other, or use one.");

    public static readonly DiagnosticDescriptor PublicMethodIsNoHook = Warning(
        RuleIds.PublicMethodIsNoHook,
        "Method is no hook",
        "Nothing calls '{0}': {1}");

    public static readonly DiagnosticDescriptor RequiredHookMissing = Error(
        RuleIds.RequiredHookMissing,
        "Required hook is missing",
        "Action '{0}' has no public method '{1}', which its steps call. {2}");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ActionMustBePartial, ActionCannotBeConstructed, ActionHasNeitherExecuteNorSteps, ActionHasExecuteAndSteps,
        ExecuteCannotBeWired, DuplicateActionName, TwoActionAttributes, ActionsWithoutPlugin, BadPluginText,
        PreAnnotationLacksConversion, DeploymentWithSteps, MemberNamedLikeGenerated, TwoParamsTypes, PublicMethodIsNoHook,
        RequiredHookMissing,
    ];
}
