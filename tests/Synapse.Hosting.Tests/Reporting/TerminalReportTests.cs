using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Reporting;

namespace Synapse.Hosting.Tests.Reporting;

public sealed class TerminalReportTests
{
    private readonly Events _events = new();

    [Fact]
    public void Shows_finished_steps_above_and_progress_below()
    {
        var screen = new Screen(80);
        using var report = Report(screen, 80);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "discover"));
        report.Write(_events.Make(EventTypes.StepCompleted, """{"position":0,"ms":1234,"rows":100000}""", "discover"));
        report.Write(_events.Make(EventTypes.StepStarted, step: "send"));
        report.Write(_events.Make(EventTypes.Metric, """{"category":"send","values":{"mb":1.23456,"loss":null},"nan":{"loss":"NaN"}}""", "send"));
        report.Write(_events.Progress("send", 55.5, 50000, 100000));
        report.Write(_events.Message("warning", "slow\e[2Jdisk"));

        var lines = screen.Lines();
        Assert.Equal("upload deadbeef, 2 steps", lines[0]);
        Assert.Equal("✓ 1/2 discover 1.2 s, 100,000 rows", lines[1]);
        Assert.Equal("  warning: slow[2Jdisk", lines[2]);
        Assert.StartsWith("  2/2 send 50,000/100,000", lines[3], StringComparison.Ordinal);
        Assert.Contains("███", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("55.5 %", lines[4], StringComparison.Ordinal);
        Assert.Equal("  send mb=1.235 loss=NaN", lines[5]);
    }

    [Fact]
    public void Leaves_no_bar_behind()
    {
        var screen = new Screen(80);
        using var report = Report(screen, 80);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "discover"));
        report.Complete();
        report.Write(_events.Progress("discover", 10, 1, 2));
        Assert.Equal(["upload deadbeef, 2 steps"], screen.Lines());
    }

    [Fact]
    public void Narrow_terminal_gets_no_wrapped_lines_in_the_live_area()
    {
        var screen = new Screen(20);
        using var report = Report(screen, 20);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "send"));
        for (var i = 0; i < 5; i++)
        {
            report.Write(_events.Make(EventTypes.Metric, $$"""{"category":"a_long_category_name","values":{"another_long_name":{{i}} } }""", "send"));
            report.Write(_events.Message("info", "hello"));
        }
        report.Complete();
        Assert.Equal(["upload deadbeef, 2 s", "teps", "  hello", "  hello", "  hello", "  hello", "  hello"], screen.Lines());
    }

    [Fact]
    public void Without_colour_only_the_cursor_moves()
    {
        var screen = new Screen(80);
        using var report = new TerminalReport(screen, new Look(color: false, unicode: false), ReportLevel.Normal, () => 80, TimeProvider.System);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "send"));
        report.Write(_events.Message("error", "boom"));
        report.Complete();
        Assert.DoesNotMatch("\\e\\[[0-9;]*m", screen.ToString());
        Assert.True(screen.ToString().All(char.IsAscii));
    }

    [Fact]
    public void Draws_at_most_ten_times_a_second()
    {
        var screen = new Screen(80);
        using var report = Report(screen, 80);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepStarted, step: "send"));
        var before = Environment.TickCount64;
        for (var i = 0; i < 5000; i++)
        {
            report.Write(_events.Progress("send", i / 100.0, i, 5000));
        }
        var seconds = (Environment.TickCount64 - before) / 1000.0;
        Assert.InRange(screen.ToString().Split("\e[J").Length + screen.ToString().Split('\r').Length, 1, 10 + (int)(seconds * 24));
    }

    [Fact]
    public void Rollback_has_a_bar_of_its_own()
    {
        var screen = new Screen(80);
        using var report = Report(screen, 80);
        report.Write(_events.Started());
        report.Write(_events.Make(EventTypes.StepFailed, """{"position":1,"ms":5,"error":{"type":"IOException","message":"gone"}}""", "send"));
        report.Write(_events.Make(EventTypes.RollbackStarted, """{"steps":["send","discover"]}"""));
        report.Write(_events.Make(EventTypes.UndoStarted, step: "send"));
        report.Write(_events.Make(EventTypes.UndoCompleted, """{"position":1,"ms":7}""", "send"));
        report.Write(_events.Make(EventTypes.UndoFailed, """{"position":0,"ms":7,"error":{"type":"X","message":"stuck"}}""", "discover"));
        var lines = screen.Lines();
        Assert.Equal("✗ 2/2 send after 5 ms: IOException: gone", lines[1]);
        Assert.Equal("Undoing 2 steps, last first", lines[2]);
        Assert.Equal("↩ send 7 ms", lines[3]);
        Assert.Equal("✗ discover could not be undone: X: stuck", lines[4]);
        Assert.EndsWith("undone 1/2", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_acknowledged_at_once()
    {
        var screen = new Screen(120);
        using var report = Report(screen, 120);
        report.Write(_events.Started());
        report.Stopping();
        Assert.Contains(screen.Lines(), line => line.StartsWith("Stopping: what is in flight", StringComparison.Ordinal));
    }

    private static TerminalReport Report(Screen screen, int width) =>
        new(screen, new Look(color: true, unicode: true), ReportLevel.Normal, () => width, TimeProvider.System);
}
