namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>How the options are written and what they are for.</summary>
internal static class RunOptionTable
{
    public static readonly IReadOnlyList<RunOptionInfo> All =
    [
        new(RunOption.State, "--state", "DIR", "Where runs are kept. Default: SYNAPSE_STATE, else the nearest .synapse upward, else a new one here."),
        new(RunOption.Events, "--events", "jsonl", "One JSON event per line on standard output and nothing else there."),
        new(RunOption.OnFailure, "--on-failure", "rollback|keep", "When a step fails: undo the finished ones, or keep them for a resume."),
        new(RunOption.Quiet, "--quiet", null, "Warnings, errors and the closing lines only."),
        new(RunOption.Verbose, "--verbose", null, "Messages for the author too, and stack traces."),
        new(RunOption.Yes, "--yes", null, "Do not ask."),
        new(RunOption.Force, "--force", null, "Resume although the steps changed, binding outputs by name."),
        new(RunOption.NoColor, "--no-color", null, "No colours. So does NO_COLOR."),
        new(RunOption.Follow, "--follow", null, "Go on as the run does, until it ends. Short: -f"),
        new(RunOption.Json, "--json", null, "As JSON."),
        new(RunOption.Schema, "--schema", "ACTION", "JSON Schema of an action's params."),
        new(RunOption.Help, "--help", null, "This help."),
    ];

    /// <summary>The option of a name, if it is one of those allowed.</summary>
    public static RunOptionInfo? Find(string name, RunOption allowed)
    {
        var full = name switch
        {
            "-f" => "--follow",
            "-h" => "--help",
            "-q" => "--quiet",
            "-v" => "--verbose",
            "-y" => "--yes",
            _ => name,
        };
        foreach (var option in All)
        {
            if (option.Name == full && (allowed & option.Option) != 0)
            {
                return option;
            }
        }
        return null;
    }

    public static IEnumerable<string> Names(RunOption allowed)
    {
        foreach (var option in All)
        {
            if ((allowed & option.Option) != 0)
            {
                yield return option.Name;
            }
        }
    }
}

/// <summary>One option.</summary>
/// <param name="Option">Which.</param>
/// <param name="Name">Its name with dashes.</param>
/// <param name="Value">What its value looks like, or null for an option without.</param>
/// <param name="Help">One sentence.</param>
internal sealed record RunOptionInfo(RunOption Option, string Name, string? Value, string Help);
