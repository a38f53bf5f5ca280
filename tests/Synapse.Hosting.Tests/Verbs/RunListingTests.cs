using System.Text;
using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary>Verbs that look at runs, over journals written by hand.</summary>
public sealed class RunListingTests : IDisposable
{
    private const string First = "019a0000-0000-7000-8000-0000deadbeef";
    private const string Second = "019a0000-0001-7000-8000-0000feedbeef";

    private readonly Cli _cli = new();
    private readonly string _state;

    public RunListingTests() => _state = Path.Combine(_cli.Folder, StateFolder.FolderName);

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void No_runs_says_where_it_looked_and_how_to_start_one() => _cli.Run("runs").Succeeds($"There are no runs in {_state}.", "fashion run train");

    [Fact]
    public void Looking_creates_no_state_folder()
    {
        _cli.Run("runs").Succeeds();
        _cli.Run("show", "last").Fails(ExitCode.Usage, "There are no runs in");
        Assert.False(Directory.Exists(_state));
    }

    [Fact]
    public void Runs_are_listed_newest_first()
    {
        Failed(First);
        Done(Second);
        var lines = _cli.Run("runs").Succeeds().Output.Split('\n');
        Assert.StartsWith("feedbeef  train   done", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("deadbeef  train   failed", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_as_json_have_full_ids()
    {
        Done(Second);
        using var json = JsonDocument.Parse(_cli.Run("runs", "--json").Succeeds().Output);
        Assert.Equal(Second, json.RootElement[0].GetProperty("run").GetString());
        Assert.Equal("completed", json.RootElement[0].GetProperty("state").GetString());
    }

    [Fact]
    public void A_damaged_journal_hides_no_other_run()
    {
        Done(First);
        using (var database = File.OpenWrite(Failed(Second).Database))
        {
            database.Write(new byte[100]);
        }
        _cli.Run("runs").Succeeds("deadbeef  train   done", "feedbeef  ?       unreadable:");
        _cli.Run("show", "feed").Fails(ExitCode.CannotJournal, "cannot be read");
    }

    [Theory]
    [InlineData("show")]
    [InlineData("logs")]
    [InlineData("resume")]
    [InlineData("rollback")]
    public void Unknown_run_names_the_latest(string verb)
    {
        Done(First);
        _cli.Run(verb, "abc").Fails(ExitCode.Usage, "No run has 'abc' in its id.", "deadbeef", "fashion runs");
    }

    [Fact]
    public void Ambiguous_run_lists_what_fits()
    {
        Done(First);
        Done(Second);
        _cli.Run("show", "beef").Fails(ExitCode.Usage, "'beef' fits 2 runs: feedbeef, deadbeef.");
        _cli.Run("show", "deadb").Succeeds("train deadbeef: done");
        _cli.Run("show", "last").Succeeds("train feedbeef: done");
    }

    [Fact]
    public void Show_has_params_steps_result_and_error()
    {
        Done(First);
        _cli.Run("show", "last").Succeeds("""{"dataset":12}""", "load", "done", "1.0 s", """{"accuracy":0.9}""", "fashion logs deadbeef");
        Failed(Second);
        _cli.Run("show", "last").Succeeds("failed", "IOException: disk gone", "Go on with it: fashion resume feedbeef");
    }

    [Fact]
    public void Show_as_json_has_the_steps()
    {
        Done(First);
        using var json = JsonDocument.Parse(_cli.Run("show", "last", "--json").Succeeds().Output);
        Assert.Equal(12, json.RootElement.GetProperty("params").GetProperty("dataset").GetInt32());
        Assert.Equal(0.9, json.RootElement.GetProperty("steps")[1].GetProperty("output").GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public void Show_as_json_has_the_result()
    {
        Done(First);
        using var json = JsonDocument.Parse(_cli.Run("show", "last", "--json").Succeeds().Output);
        Assert.Equal(0.9, json.RootElement.GetProperty("result").GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public void A_run_whose_process_is_gone_has_crashed()
    {
        MadeRun.Make(_state, First);
        MadeRun.Make(_state, Second, ProcessIdentity.Current() with { Pid = int.MaxValue });
        _cli.Run("runs").Succeeds("deadbeef  train   running, 0.0 %", "feedbeef  train   crashed");
    }

    [Fact]
    public void Resuming_what_is_done_says_so()
    {
        Done(First);
        _cli.Run("resume", "last").Succeeds("train deadbeef is done: there is nothing to resume.", "fashion run train");
    }

    [Fact]
    public void Rolling_back_what_is_done_asks_first()
    {
        Done(First);
        _cli.Run("rollback", "last").Fails(ExitCode.Usage, "train deadbeef is done: a rollback takes back 2 finished steps", "fashion rollback deadbeef --yes");
    }

    [Fact]
    public void State_is_found_upward_by_variable_and_by_option()
    {
        Done(First);
        var elsewhere = Path.Combine(_cli.Folder, "my state");
        MadeRun.Make(elsewhere, Second);
        _cli.Run("runs", "--state", elsewhere).Succeeds("feedbeef");
        _cli.Variables[StateFolder.Variable] = elsewhere;
        _cli.Run("runs").Succeeds("feedbeef");
        _cli.Run("show", "nope", "--state", elsewhere).Fails(ExitCode.Usage, $"fashion runs --state '{elsewhere}'");
    }

    [Fact]
    public void Logs_show_what_was_said()
    {
        var folder = Done(First);
        File.WriteAllText(folder.Events, Lines);
        var result = _cli.Run("logs", "last").Succeeds("train deadbeef, 1 step", "  hello", "✓ 1/1 load 1.0 s", "ended: completed");
        Assert.DoesNotContain("inner", result.Output, StringComparison.Ordinal);
        _cli.Run("logs", "last", "--verbose", "-f").Succeeds("debug: inner");
        Assert.Equal(Lines[..Lines.LastIndexOf("{\"torn", StringComparison.Ordinal)], _cli.Run("logs", "last", "--json").Succeeds().Output);
    }

    [Fact]
    public void Logs_without_events_say_so()
    {
        Done(First);
        _cli.Run("logs", "last").Fails(ExitCode.Usage, "Run deadbeef has no events");
    }

    private static readonly string Lines = new StringBuilder()
        .Append(Line(1, "run_started", """ "data":{"action":"train","steps":[{"name":"load","weight":1}]} """))
        .Append(Line(2, "message", """ "level":"info","step":"load","data":{"template":"hello","text":"hello","args":{}} """))
        .Append(Line(3, "message", """ "level":"debug","step":"load","data":{"template":"inner","text":"inner","args":{}} """))
        .Append(Line(4, "step_completed", """ "step":"load","data":{"position":0,"ms":1000} """))
        .Append(Line(5, "run_ended", """ "data":{"state":"completed","exit_code":0} """))
        .Append("{\"torn")
        .ToString();

    private static string Line(int sequence, string type, string more) =>
        $$"""{"v":1,"seq":{{sequence}},"ts":"2026-01-01T00:00:0{{sequence}}Z","run":"{{First}}","proc":1,"type":"{{type}}",{{more.Trim()}}}""" + "\n";

    private RunFolder Done(string id) => MadeRun.Make(
        _state,
        id,
        new StepStarted(0, 1, AttemptCause.First),
        new StepCompleted(0, null, TimeSpan.FromSeconds(1)),
        new StepStarted(1, 1, AttemptCause.First),
        new StepCompleted(1, new StepOutput("""{"accuracy":0.9}"""u8.ToArray(), null), TimeSpan.FromSeconds(2)),
        new RunEnded(RunState.Completed, "fit"));

    private RunFolder Failed(string id) => MadeRun.Make(
        _state,
        id,
        new StepStarted(0, 1, AttemptCause.First),
        new StepFailed(0, new RunError("IOException", "disk gone", "at X", "load"), TimeSpan.FromSeconds(1)),
        new RunEnded(RunState.Failed, null, new RunError("IOException", "disk gone", "at X", "load")));
}
