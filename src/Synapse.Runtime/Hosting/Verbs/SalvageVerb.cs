using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Salvage;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class SalvageVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.RunsSalvage, arguments, Salvage);

    private static ExitCode Salvage(OneRun one)
    {
        var writer = one.Host.Console.Out;
        SalvageReport? report;
        using (RunLock.Acquire(one.Folder))
        {
            report = JournalSalvage.Run(one.Folder);
        }
        if (report is null)
        {
            writer.WriteLine($"The journal of {one.Short} is whole: there is nothing to salvage.");
            return ExitCode.Done;
        }
        writer.WriteLine($"The journal of {one.Short} is rebuilt; the damaged one is {report.Damaged}");
        writer.WriteLine("Read: " + string.Join(", ", report.Tables.Where(static table => table.Copied > 0).Select(static table => Amount.Of(table.Copied, $"{table.Name} row"))));
        writer.WriteLine(report.Lost.Count == 0 ? "Nothing is missing." : "Missing:");
        foreach (var lost in report.Lost)
        {
            writer.WriteLine("  " + PlainText.Line(lost));
        }
        writer.WriteLine($"Look at it: {one.Command("show")}");
        return ExitCode.Done;
    }
}
