using Synapse.Runtime.Hosting.Flags;

namespace Synapse.Generators.Parsing.Params;

/// <summary>The options that stand among the params on a command line, and what happens to a param with the flag of one.</summary>
internal static class SharedFlags
{
    /// <summary>Those of <c>run</c> and <c>plan</c>. A param wins over them; a test compares them with the runtime's.</summary>
    public static readonly string[] Options = ["--state", "--events", "--on-failure", "--deadline", "--only-failed", "--quiet", "--verbose", "--no-color"];

    private const string Negation = "--no-";

    /// <summary>The flag that is shared and what it does; null when none is.</summary>
    public static (string Flag, string Effect)? Of(string jsonName, bool isSwitch)
    {
        if (FlagName.Reserved.FirstOrDefault(flag => Means(flag, "--", jsonName)) is { } reserved)
        {
            return (reserved, $"it never sets the param, which is given by --set {jsonName}=VALUE or in the file of --params.");
        }

        return Options.FirstOrDefault(flag => Means(flag, "--", jsonName) || (isSwitch && Means(flag, Negation, jsonName))) is { } option
            ? (option, $"after the action's name it sets the param. The option then stands before that name: run {option} ACTION.")
            : null;
    }

    private static bool Means(string flag, string prefix, string jsonName) =>
        flag.StartsWith(prefix, StringComparison.Ordinal) && FlagName.Means(flag.AsSpan(prefix.Length), jsonName);
}
