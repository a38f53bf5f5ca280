using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Reporting;

namespace Synapse.Hosting.Tests.Reporting;

public sealed class PlainReportTests
{
    private readonly Events _events = new();

    [Fact]
    public void One_line_for_what_happened()
    {
        var text = Write(ReportLevel.Normal);
        Assert.Equal(
            """
            upload deadbeef, 2 steps
            ok 1/2 discover 1.2 s, 3 rows
            - 2/2 send skipped: no files
              note
              warning: careful

            """,
            text);
    }

    [Fact]
    public void Quiet_keeps_warnings() => Assert.Equal("  warning: careful\n", Write(ReportLevel.Quiet));

    [Fact]
    public void Verbose_adds_what_is_for_the_author() => Assert.Contains("  debug: inner\n", Write(ReportLevel.Verbose), StringComparison.Ordinal);

    [Fact]
    public void Progress_comes_now_and_then()
    {
        var output = new StringWriter { NewLine = "\n" };
        var report = new PlainReport(output, new Look(false, false), ReportLevel.Normal);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "send"));
        for (var i = 1; i <= 300; i++)
        {
            report.Write(_events.Progress("send", i / 4.0, i, 400));
        }
        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal("  24.7 % 2/2 send 99/400  10/s", lines[1]);
    }

    private string Write(ReportLevel level)
    {
        var output = new StringWriter { NewLine = "\n" };
        var report = new PlainReport(output, new Look(false, false), level);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "discover"));
        report.Write(_events.Progress("discover", 5, 1, 2));
        report.Write(_events.Make(EventTypes.StepCompleted, """{"position":0,"ms":1234,"rows":3}""", "discover"));
        report.Write(_events.Make(EventTypes.StepSkipped, """{"position":1,"reason":"no files"}""", "send"));
        report.Write(_events.Message("info", "note"));
        report.Write(_events.Message("warning", "careful"));
        report.Write(_events.Message("debug", "inner"));
        report.Write(_events.Make("an_event_of_a_newer_version"));
        return output.ToString();
    }
}
