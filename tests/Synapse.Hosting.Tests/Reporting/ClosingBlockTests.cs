using System.Text;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Reporting;

public sealed class ClosingBlockTests
{
    private static readonly RunId Run = new(Guid.Parse("019a0000-0000-7000-8000-0000deadbeef"));

    [Fact]
    public void Done_shows_result_and_where_to_look() => Assert.Equal(
        """
        ok train done in 12.4 s
          result   {"accuracy":0.91}
          run      deadbeef
          next     fashion show deadbeef   its steps and messages

        """,
        Close(new(ExitCode.Done) { Run = Run, State = RunState.Completed, Result = Encoding.UTF8.GetBytes("""{"accuracy":0.91}""") }));

    [Fact]
    public void Kept_failure_says_how_to_go_on() => Assert.Equal(
        """
        failed train failed in step fit after 12.4 s: IOException: disk gone
          run      deadbeef
          next     fashion resume deadbeef   goes on where it stopped; 1 finished step will not be repeated

        """,
        Close(new(ExitCode.Failed) { Run = Run, State = RunState.Failed, Error = new("IOException", "disk gone", null, "fit") }));

    [Fact]
    public void Failure_that_was_undone_says_so() => Assert.Contains(
        "everything it did is undone",
        Close(new(ExitCode.Failed) { Run = Run, State = RunState.RolledBack, Error = new("X", "y", null, "fit") }),
        StringComparison.Ordinal);

    [Fact]
    public void Incomplete_rollback_lists_what_is_left()
    {
        var text = Close(new(ExitCode.RollbackIncomplete)
        {
            Run = Run,
            State = RunState.RollbackIncomplete,
            Error = new("X", "y", null, "fit"),
            Leftovers = [new("send", "HttpRequestException: 503"), new("load", "no rollback")],
        });
        Assert.Contains("  left     send: HttpRequestException: 503\n           load: no rollback\n", text, StringComparison.Ordinal);
        Assert.Contains("fashion rollback deadbeef   repeats only what is missing", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupt_is_no_failure() => Assert.StartsWith(
        "stopped train interrupted after 12.4 s; what it finished is journaled\n",
        Close(new(ExitCode.Interrupted) { Run = Run, State = RunState.Stopped }, stopped: true),
        StringComparison.Ordinal);

    [Fact]
    public void Resume_says_what_was_not_repeated()
    {
        var text = Close(new(ExitCode.Done) { Run = Run, State = RunState.Completed }, before: new ResumedFrom(1, 2, 41200, 12));
        Assert.Contains(
            "  resumed  1 of 2 steps and 41,200 items had finished before and were not repeated; 12 items were in doubt and ran again under their own keys\n",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Long_result_has_a_member_a_line()
    {
        var json = $$"""{"name":"{{new string('x', 90)}}","model":{"id":1},"accuracy":0.5}""";
        var text = Close(new(ExitCode.Done) { Run = Run, State = RunState.Completed, Result = Encoding.UTF8.GetBytes(json) });
        Assert.Contains($"  result   name: {new string('x', 90)}\n           model: {{\"id\":1}}\n           accuracy: 0.5\n", text, StringComparison.Ordinal);
    }

    private static string Close(RunOutcome outcome, bool stopped = false, ResumedFrom? before = null)
    {
        var events = new Events();
        var view = new RunView();
        view.Apply(events.Started());
        view.Apply(events.Make(EventTypes.StepCompleted, """{"ms":1}""", "discover"));
        view.Apply(events.Make(
            EventTypes.RunResumed, """{"action":"upload","steps":[{"name":"discover","state":"completed"},{"name":"send","state":"intent"}]}"""));
        var output = new StringWriter { NewLine = "\n" };
        new ClosingBlock(output, new Look(false, false), "fashion", "")
            .Write(new RunEnding("train", outcome, TimeSpan.FromSeconds(12.4), stopped, before), view);
        return output.ToString();
    }
}
