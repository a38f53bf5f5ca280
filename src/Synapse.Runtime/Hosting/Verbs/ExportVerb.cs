using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Archives;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class ExportVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.RunsExport, arguments, Export);

    private static ExitCode Export(OneRun one)
    {
        var (host, action) = (one.Host, RunSnapshot.Read(one.Folder).Row.Action);
        var name = one.Operands is [_, var given] ? given : $"{action}-{one.Short}.tar.gz";
        var file = Path.GetFullPath(name, host.Environment.CurrentDirectory);
        if (Path.Exists(file))
        {
            throw new UsageException($"{file} exists already.", $"Name another file: {one.Command("runs export")} FILE");
        }
        try
        {
            using var held = RunLock.Acquire(one.Folder);
            foreach (var leftOut in RunExport.Write(one.Folder, file))
            {
                ErrorText.Write(host, $"{leftOut} is left out: it is a link or a special file.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ErrorText.Write(host, $"{file} could not be written: {e.Message}");
            return ExitCode.Failed;
        }
        host.Console.Out.WriteLine($"{action} {one.Short} is in {name}, {Amount.Bytes(new FileInfo(file).Length)}. Take it in elsewhere: {host.Command} runs import {Path.GetFileName(name)}");
        return ExitCode.Done;
    }
}
