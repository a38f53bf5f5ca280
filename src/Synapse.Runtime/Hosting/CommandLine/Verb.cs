namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>A command as help shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operands">What follows it, for instance <c>RUN</c>; empty when nothing does.</param>
/// <param name="Summary">One line.</param>
/// <param name="Options">The options it takes.</param>
internal sealed record Verb(string Name, string Operands, string Summary, Option Options)
{
    private const Option Everywhere = Option.State | Option.NoColor | Option.Help;
    private const Option Reports = Everywhere | Option.Events | Option.Quiet | Option.Verbose;

    public static readonly Verb Run = new("run", "ACTION", "Run an action.", Reports | Option.OnFailure | Option.Deadline | Option.OnlyFailed);
    public static readonly Verb Plan = new("plan", "ACTION", "Show an action's steps; with params, check them. Nothing runs.", Everywhere);
    public static readonly Verb Resume = new("resume", "RUN", "Go on with a run that was interrupted or failed.", Reports | Option.OnFailure | Option.Deadline | Option.Assume | Option.Force | Option.From | Option.Secret);
    public static readonly Verb Rollback = new("rollback", "RUN", "Undo a run's finished steps, last first.", Reports | Option.Yes | Option.Deadline | Option.Force | Option.DryRun | Option.Json | Option.Secret);
    public static readonly Verb Runs = new("runs", "", "List the runs, newest first.", Everywhere | Option.Json);
    public static readonly Verb RunsPrune = new("runs prune", "", "Delete old runs that have ended.", Everywhere | Option.Older | Option.KeepLast | Option.InState | Option.DryRun | Option.Json);
    public static readonly Verb RunsExport = new("runs export", "RUN [FILE]", "Write a run into one file.", Everywhere);
    public static readonly Verb RunsImport = new("runs import", "FILE", "Take in a run that 'runs export' wrote.", Everywhere);
    public static readonly Verb RunsSalvage = new("runs salvage", "RUN", "Rebuild a damaged journal from what can still be read of it.", Everywhere);
    public static readonly Verb Show = new("show", "RUN", "Show one run: its steps, result and errors.", Everywhere | Option.Json | Option.Verbose);
    public static readonly Verb Logs = new("logs", "RUN", "Print what a run said; -f goes on until it ends.", Everywhere | Option.Follow | Option.Verbose | Option.Json | Option.Level | Option.Step);
    public static readonly Verb Wait = new("wait", "RUN", "Wait until nobody works on a run, and exit as the run did.", Everywhere | Option.Timeout);
    public static readonly Verb Abandon = new("abandon", "RUN", "Give up a run: it will not be resumed.", Everywhere | Option.Yes);
    public static readonly Verb Leftovers = new("leftovers", "RUN", "List what a run made that stands, or may.", Everywhere | Option.Json);
    public static readonly Verb Describe = new("describe", "", "What the plugin holds, for people or machines.", Option.NoColor | Option.Help | Option.Json | Option.Schema);
    public static readonly Verb Local = new("local", "", "Say what the embedded backend holds.", Everywhere);
    public static readonly Verb LocalLs = new("local ls", "KIND", "List all of a kind: collections, units, projects, tasks, datasets, ...", Everywhere | Option.Json);
    public static readonly Verb LocalShow = new("local show", "KIND ID", "Show what is known of one thing.", Everywhere | Option.Json);
    public static readonly Verb LocalAddCollection = new("local add-collection", "NAME FILE...", "Create a data collection: image=image,required,.png labels=data,.json", Everywhere);
    public static readonly Verb LocalAddStorage = new("local add-storage", "NAME FOLDER", "Register a folder as a storage.", Everywhere);
    public static readonly Verb LocalAddProject = new("local add-project", "NAME", "Create a project that labels the data units of a collection.", Everywhere | Option.Collection);
    public static readonly Verb LocalAddTasks = new("local add-tasks", "PROJECT [UNIT...]", "Create tasks of data units, or of --all that have none.", Everywhere | Option.All);
    public static readonly Verb LocalAddApplication = new("local add-application", "NAME URL", "Register an application that serves a model at an address.", Everywhere);
    public static readonly Verb LocalExport = new("local export", "KIND ID DIR", "Write a file, a model, or a dataset's ground truth into a folder.", Everywhere);
    public static readonly Verb LocalRm = new("local rm", "KIND ID...", "Remove things by their ids.", Everywhere);
    public static readonly Verb LocalCheck = new("local check", "", "Read and prove all that is stored; --yes makes a lost index again.", Everywhere | Option.Yes);
    public static readonly Verb LocalCompact = new("local compact", "", "Reclaim the space of what was deleted.", Everywhere);
    public static readonly Verb Completion = new("completion", "SHELL", "Print what makes bash, zsh or fish complete the commands.", Option.NoColor | Option.Help);

    public static readonly IReadOnlyList<Verb> All = 
    [
        Run, Plan, Resume, Rollback, Abandon, Wait,
        Runs, RunsPrune, RunsExport, RunsImport, RunsSalvage,
        Show, Logs, Leftovers,
        Local, LocalLs, LocalShow, LocalAddCollection, LocalAddStorage, LocalAddProject, LocalAddTasks, LocalAddApplication,
        LocalExport, LocalRm, LocalCheck, LocalCompact,
        Describe, Completion,
    ];

    public static Verb? Find(string name)
    {
        foreach (var verb in All)
        {
            if (verb.Name == name)
            {
                return verb;
            }
        }
        return null;
    }
}
