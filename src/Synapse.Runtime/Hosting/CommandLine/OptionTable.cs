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
        new(Option.OnlyFailed, "--only-failed", "RUN", "Take params and action of that run, and in its loops only the items that failed there."),
        new(Option.Quiet, "--quiet", null, "Warnings, errors and the closing lines only."),
        new(Option.Verbose, "--verbose", null, "Messages for the author too, and stack traces."),
        new(Option.Yes, "--yes", null, "Do not ask."),
        new(Option.Force, "--force", null, "Resume although the steps changed, binding outputs by name."),
        new(Option.Assume, "--assume", "done=ID|not-done", "What is true of a call that was in doubt when the run stopped."),
        new(Option.Secret, "--secret", "NAME=env:VAR|file:PATH", "A secret param that the run was given as its value, or whose source is gone. May be repeated."),
        new(Option.NoColor, "--no-color", null, "No colours. So does NO_COLOR."),
        new(Option.Follow, "--follow", null, "Go on as the run does, until it ends. Short: -f"),
        new(Option.Json, "--json", null, "As JSON."),
        new(Option.Schema, "--schema", "ACTION", "JSON Schema of an action's params."),
        new(Option.From, "--from", "STEP", "Leave the run as it is and start a new one that takes over the outputs of the steps before STEP."),
        new(Option.DryRun, "--dry-run", null, "Say what would be done and do nothing."),
        new(Option.Older, "--older", "TIME", "Runs that ended longer ago than this: 30d, 12h, 45m."),
        new(Option.KeepLast, "--keep-last", "N", "The newest N runs stay, whatever their state."),
        new(Option.InState, "--in-state", "STATES", "Runs in these states instead of completed,rolled_back,abandoned; as in 'runs --json', with commas between."),
        new(Option.Timeout, "--timeout", "TIME", "Wait no longer than this: 90s, 10m, 2h."),
        new(Option.Level, "--level", "LEVEL", "Only messages of this level or above: debug, info, success, warning, danger, error."),
        new(Option.Step, "--step", "STEP", "Only what one step said."),
        new(Option.Collection, "--collection", "ID", "The data collection whose data units are labelled."),
        new(Option.All, "--all", null, "All data units of the project's data collection that have no task yet."),
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
