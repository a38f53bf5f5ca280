namespace Synapse.Rules;

/// <summary>Ids of all diagnostics: SYN1xxx actions and plugin, SYN2xxx steps, SYN3xxx params,
/// SYN4xxx messages and output, SYN6xxx durability. Never reused, never renumbered.</summary>
internal static class RuleIds
{
    public const string ActionMustBePartial = "SYN1001";
    public const string ActionCannotBeConstructed = "SYN1002";
    public const string ActionHasNeitherExecuteNorSteps = "SYN1003";
    public const string ActionHasExecuteAndSteps = "SYN1004";
    public const string ExecuteCannotBeWired = "SYN1005";
    public const string DuplicateActionName = "SYN1006";
    public const string TwoActionAttributes = "SYN1007";
    public const string ActionsWithoutPlugin = "SYN1008";
    public const string BadPluginText = "SYN1009";
    public const string PreAnnotationLacksConversion = "SYN1010";
    public const string DeploymentWithSteps = "SYN1011";
    public const string MemberNamedLikeGenerated = "SYN1013";
    public const string TwoParamsTypes = "SYN1014";
    public const string PublicMethodIsNoHook = "SYN1015";
    public const string RequiredHookMissing = "SYN1016";

    public const string UploadHasNoSteps = "SYN2001";
    public const string DuplicateStepName = "SYN2002";
    public const string AnchorIsNoStep = "SYN2003";
    public const string StepOrderHasCycle = "SYN2004";
    public const string StepWeightNotPositive = "SYN2005";
    public const string StepMethodMissing = "SYN2006";
    public const string RollbackAsksForOther = "SYN2007";
    public const string InputHasNoProducer = "SYN2008";
    public const string OutputCannotBeJournaled = "SYN2009";
    public const string BadStepName = "SYN2010";
    public const string StepIsAsyncVoid = "SYN2013";
    public const string StepsInTwoParts = "SYN2015";
    public const string LoopResultHasNoCodec = "SYN2016";
    public const string LoopsShareName = "SYN2017";
    public const string StepSetOfOtherContract = "SYN2018";
    public const string SkippableOutputTakenAsNonNull = "SYN2019";
    public const string AttributeHasNoEffect = "SYN2020";
    public const string StepPolicyOutOfRange = "SYN2022";

    public const string UnsupportedPropertyType = "SYN3001";
    public const string ConstraintDoesNotFit = "SYN3002";
    public const string DefaultBreaksConstraint = "SYN3003";
    public const string JsonNameClash = "SYN3004";
    public const string BadPattern = "SYN3005";
    public const string RequiredWithDefault = "SYN3006";
    public const string NamedLikeRunOption = "SYN3007";
    public const string ValidationNeverRuns = "SYN3008";
    public const string MessageCannotBeEvaluated = "SYN3009";
    public const string NotParams = "SYN3010";
    public const string NonNullableWithoutDefault = "SYN3011";

    public const string MessageDoesNotFit = "SYN4003";
    public const string ConsoleInAction = "SYN4004";

    public const string FieldSharedByBodies = "SYN6001";
    public const string StaticAssigned = "SYN6002";
    public const string BlockingWait = "SYN6003";
    public const string ProcessEnded = "SYN6004";
    public const string UnstableKey = "SYN6006";
}
