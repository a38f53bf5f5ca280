using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Archives;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class ImportVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        var operands = VerbArguments.Parse(host, Verb.RunsImport, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.RunsImport);
            return ExitCode.Done;
        }
        var file = Path.GetFullPath(operands[0], host.Environment.CurrentDirectory);
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {file}.", $"'{host.Command} runs export RUN' writes one.");
        }
        try
        {
            using var archive = File.OpenRead(file);
            var run = RunImport.Read(StateFolder.Open(StatePlace.Path(host, options)), archive);
            var snapshot = RunSnapshot.Read(run);
            host.Console.Out.WriteLine($"{snapshot.Row.Action} {run.Id.Short} is taken in, {snapshot.StateName}. See it: {host.Command} show {run.Id.Short}{StatePlace.Option(options)}");
            return ExitCode.Done;
        }
        catch (ArchiveException e)
        {
            throw new UsageException($"{file} was not taken in. {e.Message}", $"'{host.Command} runs' lists the runs that are there.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ErrorText.Write(host, $"{file} was not taken in: {e.Message}");
            return ExitCode.Failed;
        }
    }
}
