using Synapse.Backends;
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
        ("add-collection", Command(Verb.LocalAddCollection, LocalAdd.CollectionAsync)),
        ("add-storage", Command(Verb.LocalAddStorage, LocalAdd.StorageAsync)),
        ("rm", Command(Verb.LocalRm, LocalRemove.RunAsync)),
        ("check", Command(Verb.LocalCheck, LocalCheck.RunAsync)));

    private static Func<HostContext, Arguments, ExitCode> Command(Verb verb, Func<LocalVerb, IBackend, Task<ExitCode>> run) =>
        (host, arguments) => Execute(host, verb, arguments, run);

    private static ExitCode Execute(HostContext host, Verb verb, Arguments arguments, Func<LocalVerb, IBackend, Task<ExitCode>> run)
    {
        var options = new GivenOptions();
        var operands = VerbArguments.Parse(host, verb, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, verb);
            return ExitCode.Done;
        }

        var local = new LocalVerb(host, options, operands);
        var backend = host.Backend(local.State);
        try
        {
            return run(local, backend).GetAwaiter().GetResult();
        }
        catch (BackendException e)
        {
            ErrorText.Write(host, e.Message);
            return ExitCode.Failed;
        }
        finally
        {
            (backend as IDisposable)?.Dispose();
        }
    }
}
