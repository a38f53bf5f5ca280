namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>How the options are written and what they are for.</summary>
internal static class OptionTable
{
    public static readonly IReadOnlyList<OptionInfo> All =
    [
        new(Option.State, "--state", "DIR", "Where runs are kept. Default: SYNAPSE_STATE, else the nearest .synapse upward, else a new one here."),
        new(Option.Events, "--events", "jsonl", "One JSON event per line on standard output and nothing else there."),
        new(Option.OnFailure, "--on-failure", "rollback|keep", "When a step fails: undo the finished ones, or keep them for a resume."),
        new(Option.Deadline, "--deadline", "TIME", "Stop the run after this long, for instance 90m; a resume goes on."),
        new(Option.Quiet, "--quiet", null, "Warnings, errors and the closing lines only."),
        new(Option.Verbose, "--verbose", null, "Messages for the author too, and stack traces."),
        new(Option.Yes, "--yes", null, "Do not ask."),
        new(Option.Force, "--force", null, "Resume although the steps changed, binding outputs by name."),
        new(Option.Assume, "--assume", "done=ID|not-done", "What is true of a call that was in doubt when the run stopped."),
        new(Option.NoColor, "--no-color", null, "No colours. So does NO_COLOR."),
        new(Option.Follow, "--follow", null, "Go on as the run does, until it ends. Short: -f"),
        new(Option.Json, "--json", null, "As JSON."),
        new(Option.Schema, "--schema", "ACTION", "JSON Schema of an action's params."),
        new(Option.Help, "--help", null, "This help."),
    ];

    /// <summary>The option of a name, if it is one of those allowed.</summary>
    public static OptionInfo? Find(string name, Option allowed)
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

    public static IEnumerable<string> Names(Option allowed)
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
internal sealed record OptionInfo(Option Option, string Name, string? Value, string Help);
