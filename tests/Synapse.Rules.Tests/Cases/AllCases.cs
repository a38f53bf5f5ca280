using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>All plugins that rules are tested with, by what they print as.</summary>
internal static class AllCases
{
    private static readonly Dictionary<string, RuleCase> ByName =
        ((IEnumerable<RuleCase>)[.. ActionCases.All, .. ExecuteCases.All, .. GeneratedNameCases.All, .. PluginCases.All, .. StepCases.All, .. OrderCases.All, .. RollbackCases.All, .. DataflowCases.All, .. StrayAttributeCases.All, .. LoopCases.All, .. ReportingCases.All, .. DurabilityCases.All, .. ParamsCases.All, .. GeneratedConstantCases.All, .. HookCases.All])
        .ToDictionary(c => $"{c.Rule} {(c.IsWrong ? "wrong" : "right")}: {c.Title}", StringComparer.Ordinal);

    public static IEnumerable<RuleCase> All => ByName.Values;

    public static TheoryData<string> Wrong => [.. ByName.Where(c => c.Value.IsWrong).Select(c => c.Key)];

    public static TheoryData<string> Right => [.. ByName.Where(c => !c.Value.IsWrong).Select(c => c.Key)];

    public static RuleCase Find(string name) => ByName[name];
}
