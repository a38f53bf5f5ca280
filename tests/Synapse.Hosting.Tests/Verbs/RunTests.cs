using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary>Verbs that run something, through the engine.</summary>
public sealed class RunTests : IDisposable
{
    private readonly List<string> _ran = [];
    private readonly Cli _cli;
    private Exception? _failure;

    public RunTests() => _cli = new Cli(new PluginDescriptor
    {
        Code = "fashion",
        Name = "Fashion classifier",
        Version = "1.2.3",
        Actions = [Stepped("keep", OnFailure.Keep), Stepped("undo", OnFailure.Rollback), TestPlugin.Function("touch", Touch)],
    });

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Done_closes_with_state_and_next_command()
    {
        var output = _cli.Run("run", "touch").Succeeds("touch ", ", 1 step", "1/1 execute", "touch done in").Output;
        var id = RunCatalog.List(State())[0].Id.Short;
        Assert.Contains($"next     fashion show {id}", output, StringComparison.Ordinal);
        _cli.Run("show", "last").Succeeds($"touch {id}: done");
        _cli.Run("logs", "last").Succeeds("hello from touch", "ended: completed");
    }

    [Fact]
    public void Quiet_says_only_how_it_ended()
    {
        var lines = _cli.Run("run", "--quiet", "touch").Succeeds().Output.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("touch done in", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Options_stand_before_or_after_the_action()
    {
        _cli.Run("run", "--state", "a", "touch").Succeeds();
        _cli.Run("run", "touch", "--state=b").Succeeds("show", "--state b");
        Assert.Single(RunCatalog.List(StateFolder.At(Path.Combine(_cli.Folder, "a"))));
        Assert.Single(RunCatalog.List(StateFolder.At(Path.Combine(_cli.Folder, "b"))));
    }

    [Fact]
    public void Kept_failure_is_resumed_without_repeating_what_is_finished()
    {
        _failure = new IOException("disk gone");
        var failed = _cli.Run("run", "keep");
        Assert.Equal(ExitCode.Failed, failed.Code);
        Assert.Contains("keep failed in step second after", failed.Output, StringComparison.Ordinal);
        Assert.Contains("IOException: disk gone", failed.Output, StringComparison.Ordinal);
        Assert.Contains("1 finished step will not be repeated", failed.Output, StringComparison.Ordinal);

        _failure = null;
        _cli.Run("resume", "last").Succeeds("continued, 2 steps", "keep done in", "1 of 2 steps had finished before and was not repeated; no item was in doubt");
        Assert.Equal(["first", "second", "second"], _ran);
    }

    [Fact]
    public void Failure_rolls_back_and_says_so()
    {
        _failure = new IOException("disk gone");
        var failed = _cli.Run("run", "undo");
        Assert.Equal(ExitCode.Failed, failed.Code);
        Assert.Contains("Undoing 1 step, last first", failed.Output, StringComparison.Ordinal);
        Assert.Contains("everything it did is undone", failed.Output, StringComparison.Ordinal);
        Assert.Equal(["first", "second", "undo first"], _ran);
    }

    [Fact]
    public void On_failure_overrides_the_action()
    {
        _failure = new IOException("disk gone");
        Assert.Equal(ExitCode.Failed, _cli.Run("run", "undo", "--on-failure", "keep").Code);
        Assert.Equal(["first", "second"], _ran);
        _failure = null;
        _cli.Run("rollback", "last").Succeeds("undo rolled back in");
        Assert.Equal(["first", "second", "undo first"], _ran);
    }

    [Fact]
    public void Finished_run_is_rolled_back_when_asked_twice()
    {
        _cli.Run("run", "undo").Succeeds();
        _cli.Run("rollback", "last", "--yes").Succeeds("undo rolled back in");
        Assert.Equal(["first", "second", "undo first"], _ran);
    }

    [Fact]
    public void Events_are_json_lines_and_nothing_else()
    {
        var types = new List<string?>();
        foreach (var line in _cli.Run("run", "touch", "--events", "jsonl").Succeeds().Output.TrimEnd().Split('\n'))
        {
            using var json = JsonDocument.Parse(line);
            types.Add(json.RootElement.GetProperty("type").GetString());
        }
        Assert.Equal("run_started", types[0]);
        Assert.Equal("run_ended", types[^1]);
        Assert.Contains("message", types);
    }

    [Fact]
    public void Failure_under_events_is_also_told_on_standard_error()
    {
        _failure = new IOException("disk gone");
        _cli.Run("run", "keep", "--events", "jsonl").Fails(ExitCode.Failed, "IOException: disk gone");
    }

    [Fact]
    public void Held_run_says_by_whom_and_how_to_follow_it()
    {
        _failure = new IOException("disk gone");
        _cli.Run("run", "keep");
        var folder = RunCatalog.List(State())[0];
        using var held = RunLock.Acquire(folder);
        _cli.Run("resume", "last").Fails(
            ExitCode.Held, $"Run {folder.Id.Short} is held by process {Environment.ProcessId}", $"fashion logs {folder.Id.Short} -f");
        _cli.Run("rollback", "last").Fails(ExitCode.Held);
    }

    [Fact]
    public void State_that_cannot_be_a_folder_ends_with_its_own_code()
    {
        _cli.Write("file", "");
        _cli.Run("run", "touch", "--state", "file").Fails(ExitCode.CannotJournal, "The state folder", "file", "--state DIR");
        Assert.Empty(_ran);
    }

    [Fact]
    public void A_closed_reader_does_not_end_the_run()
    {
        _cli.Output = _ => new BrokenStream();
        Assert.Equal(ExitCode.Done, _cli.Run("run", "touch").Code);
        Assert.Equal(["touch"], _ran);
    }

    [Fact]
    public void Lost_output_of_a_verb_that_only_prints_is_a_failure()
    {
        _cli.Output = _ => new BrokenStream();
        _cli.Run("describe").Fails(ExitCode.Failed, "The output could not be written: Broken pipe");
    }

    private StateFolder State() => StateFolder.At(Path.Combine(_cli.Folder, StateFolder.FolderName));

    private ValueTask Touch(StepScope scope)
    {
        _ran.Add("touch");
        scope.Context.Log.Info("hello from {Name}", "touch");
        return default;
    }

    private ActionDescriptor Stepped(string name, OnFailure onFailure) => new ActionDescriptor<NoParams, NoResult>
    {
        Name = name,
        TypeName = "Fashion." + name,
        Kind = ActionKind.Function,
        OnFailure = onFailure,
        IsStepped = true,
        Steps =
        [
            new()
            {
                Name = "first", Method = name + ".First", Fingerprint = "1",
                Run = _ => { _ran.Add("first"); return default; },
                Rollback = _ => { _ran.Add("undo first"); return default; },
            },
            new()
            {
                Name = "second", Method = name + ".Second", Fingerprint = "2",
                Run = _ => { _ran.Add("second"); return _failure is null ? default : throw _failure; },
            },
        ],
    };

    /// <summary>A pipe whose reader went away.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }
}
