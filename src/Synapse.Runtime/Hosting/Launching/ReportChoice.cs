using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>Which report fits the output.</summary>
internal static class ReportChoice
{
    public static IRunReport Make(HostContext host, GivenOptions options)
    {
        var console = host.Console;
        if (options.EventsAsJsonl)
        {
            return new JsonlReport(console.OutBytes);
        }
        var level = options.Quiet ? ReportLevel.Quiet : options.Verbose ? ReportLevel.Verbose : ReportLevel.Normal;
        return console.Terminal.IsTerminal
            ? new TerminalReport(console.Out, Look(host, options), level, console.Terminal.Width, TimeProvider.System)
            : new PlainReport(console.Out, Look(host, options), level);
    }

    public static Look Look(HostContext host, GivenOptions options) =>
        new(host.Console.Terminal.Color && !options.NoColor, host.Console.Terminal.Unicode);
}
