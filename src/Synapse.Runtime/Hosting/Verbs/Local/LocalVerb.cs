using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>A command on the embedded backend of a state folder.</summary>
/// <param name="Host">The program.</param>
/// <param name="Options">What was given.</param>
/// <param name="Operands">The words behind the verb.</param>
internal sealed record LocalVerb(HostContext Host, GivenOptions Options, IReadOnlyList<string> Operands)
{
    public StateFolder State => StateFolder.At(StatePlace.Path(Host, Options));

    /// <summary>Whether there is anything to look at: looking must not create a backend.</summary>
    public bool Exists => Directory.Exists(State.Backend);

    public TextWriter Out => Host.Console.Out;

    /// <summary>Where it is said what is right.</summary>
    public string Advice => $"See '{Host.Command} local --help'.";

    public void Say(string line) => Out.WriteLine(line);

    public static ExitCode Route(HostContext host, Arguments arguments) => CommandsUnder.Execute(
        host, arguments, "local", "alone it says what the embedded backend holds", Command(Verb.Local, LocalOverview.WriteAsync),
        ("ls", Command(Verb.LocalLs, LocalList.WriteAsync)),
        ("show", Command(Verb.LocalShow, LocalShow.WriteAsync)),
        ("add-collection", Command(Verb.LocalAddCollection, LocalAdd.CollectionAsync)),
        ("add-storage", Command(Verb.LocalAddStorage, LocalAdd.StorageAsync)),
        ("add-project", Command(Verb.LocalAddProject, LocalAddWork.ProjectAsync)),
        ("add-tasks", Command(Verb.LocalAddTasks, LocalAddWork.TasksAsync)),
        ("add-application", Command(Verb.LocalAddApplication, LocalAdd.ApplicationAsync)),
        ("export", Command(Verb.LocalExport, LocalExport.RunAsync)),
        ("rm", Command(Verb.LocalRm, LocalRemove.RunAsync)),
        ("check", Command(Verb.LocalCheck, LocalCheck.RunAsync)),
        ("compact", Command(Verb.LocalCompact, LocalCompact.RunAsync)));

    /// <summary>The id in a word.</summary>
    public long Id(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new UsageException($"'{word}' is no id: ids are whole numbers.", Advice);

    /// <exception cref="BackendException">There is nothing to look at.</exception>
    public void NeedBackend()
    {
        if (!Exists)
        {
            throw new BackendException($"There is no embedded backend in {State.Path} yet; the first run that uploads makes it. Another place is named with --state DIR.");
        }
    }

    private static Func<HostContext, Arguments, ExitCode> Command(Verb verb, Func<LocalVerb, LocalBackend, Task<ExitCode>> run) =>
        (host, arguments) => Execute(host, verb, arguments, run);

    private static ExitCode Execute(HostContext host, Verb verb, Arguments arguments, Func<LocalVerb, LocalBackend, Task<ExitCode>> run)
    {
        var options = new GivenOptions();
        var operands = VerbArguments.Parse(host, verb, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, verb);
            return ExitCode.Done;
        }

        var local = new LocalVerb(host, options, operands);
        try
        {
            return RunAsync(local, run).GetAwaiter().GetResult();
        }
        catch (BackendException e)
        {
            ErrorText.Write(host, e.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<ExitCode> RunAsync(LocalVerb local, Func<LocalVerb, LocalBackend, Task<ExitCode>> run)
    {
        using var backend = new LocalBackend(local.State);
        return await run(local, backend);
    }
}
