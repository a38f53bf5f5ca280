using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary><c>run --only-failed</c>: a new run whose loops take only what failed in another one.</summary>
public sealed class OnlyFailedTests : IDisposable
{
    private readonly Sorting _sorting = new();
    private readonly Cli _cli;

    public OnlyFailedTests() => _cli = new Cli(_sorting.Plugin());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Items_that_failed_run_again_and_no_others()
    {
        FailsAt("send b", "send d");
        _cli.Run("run", "--only-failed", "last").Succeeds("result   \"2\"");
        Assert.Equal(["send b", "send d"], _sorting.Sent());
    }

    [Fact]
    public void A_new_run_is_made_that_names_the_other_one()
    {
        FailsAt("send b");
        _cli.Run("run", "sort", "--only-failed", "last").Succeeds();
        var runs = RunCatalog.List(State());
        Assert.Equal(2, runs.Count);
        _cli.Run("show", "last").Succeeds("from run", runs[1].Id.Text);
        Assert.Equal(RunState.Completed, JournalReader.Look(runs[1], JournalReader.ReadRun).State);
    }

    [Fact]
    public void A_loop_in_which_nothing_failed_takes_all()
    {
        FailsAt("send b");
        _cli.Run("run", "--only-failed", "last").Succeeds();
        Assert.Equal(["check a", "check b", "check c", "check d", "check e"], _sorting.Ran.Where(static what => what.StartsWith("check", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_item_that_a_later_loop_refused_passes_the_earlier_one_again()
    {
        FailsAt("check a", "send b");
        _cli.Run("run", "--only-failed", "last").Succeeds("result   \"2\"");
        Assert.Equal(["check a", "check b", "send a", "send b"], _sorting.Ran);
    }

    [Fact]
    public void Items_that_are_gone_are_named()
    {
        FailsAt("send b", "send d");
        _sorting.Items = ["a", "b"];
        _cli.Run("run", "--only-failed", "last").Succeeds("1 items that failed are not in the input of the loop", "Among them: d", "result   \"1\"");
    }

    [Fact]
    public void A_resume_of_the_new_run_still_takes_only_those()
    {
        FailsAt("send b", "send d");
        _sorting.StopsAt = "send d";
        Assert.Equal(ExitCode.Failed, _cli.Run("run", "--only-failed", "last", "--on-failure", "keep").Code);
        Directory.Delete(RunCatalog.List(State())[1].Path, recursive: true);
        _sorting.StopsAt = null;
        _cli.Run("resume", "last").Succeeds("result   \"2\"");
        Assert.Equal(["send b", "send d", "send d"], _sorting.Sent());
    }

    [Fact]
    public void Params_are_those_of_the_other_run_unless_they_are_given()
    {
        FailsAt("send b");
        _cli.Run("run", "--only-failed", "last").Succeeds();
        Assert.Contains("\"dataset\":\"7\"", _sorting.Bound[^1], StringComparison.Ordinal);
        _sorting.Failing = ["send b"];
        _cli.Run("run", "sort", "--dataset", "7").Succeeds();
        _cli.Run("run", "sort", "--only-failed", "last", "--dataset", "8").Succeeds();
        Assert.Contains("\"dataset\":\"8\"", _sorting.Bound[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_failed_items_is_refused()
    {
        FailsAt();
        _cli.Run("run", "--only-failed", "last").Fails(ExitCode.Usage, "No item of a loop failed in run");
        Assert.Single(RunCatalog.List(State()));
    }

    [Fact]
    public void An_unknown_run_is_refused() =>
        _cli.Run("run", "--only-failed", "beef").Fails(ExitCode.Usage, "There are no runs in");

    [Fact]
    public void A_run_of_another_action_is_refused()
    {
        FailsAt("send b");
        _cli.Run("run", "clean", "--only-failed", "last").Fails(ExitCode.Usage, "is a run of 'sort', so its items are none of 'clean'", "fashion run --only-failed");
    }

    [Fact]
    public void A_run_whose_items_were_undone_is_refused()
    {
        FailsAt("send b");
        _cli.Run("rollback", "last", "--yes").Succeeds();
        _cli.Run("run", "--only-failed", "last").Fails(ExitCode.Usage, "Step 'send'", "was undone");
    }

    [Fact]
    public void A_run_at_work_is_refused()
    {
        FailsAt("send b");
        using var held = RunLock.Acquire(RunCatalog.List(State())[0]);
        _cli.Run("run", "--only-failed", "last").Fails(ExitCode.Held, "held by process");
    }

    private void FailsAt(params string[] items)
    {
        _sorting.Failing = items;
        _cli.Run("run", "sort", "--dataset", "7").Succeeds();
        _sorting.Failing = [];
        _sorting.Ran.Clear();
    }

    private StateFolder State() => StateFolder.At(Path.Combine(_cli.Folder, StateFolder.FolderName));

    /// <summary>Two loops over the same items, which lets fail what it is told to.</summary>
    private sealed class Sorting
    {
        public List<string> Ran { get; } = [];

        public List<string> Bound { get; } = [];

        public IReadOnlyList<string> Failing { get; set; } = [];

        /// <summary>The item at which the second loop ends.</summary>
        public string? StopsAt { get; set; }

        public IReadOnlyList<string> Items { get; set; } = ["a", "b", "c", "d", "e"];

        public IEnumerable<string> Sent() => Ran.Where(static what => what.StartsWith("send", StringComparison.Ordinal));

        public PluginDescriptor Plugin() => new()
        {
            Code = "fashion",
            Name = "Fashion classifier",
            Version = "1.2.3",
            Actions =
            [
                new ActionDescriptor<System.Text.Json.JsonElement, NoResult>
                {
                    Name = "sort",
                    TypeName = "Fashion.Sort",
                    Kind = ActionKind.Function,
                    IsStepped = true,
                    ResultStep = 1,
                    Params = TestBinder.For([TestPlugin.TrainFields[0]], Bound),
                    RegisterCodecs = static () => LoopCodecs.Register(Text.Instance),
                    Steps =
                    [
                        new() { Name = "check", Method = "Sort.Check", Fingerprint = "check", OutputIsRows = true, Run = CheckAsync },
                        new() { Name = "send", Method = "Sort.Send", Fingerprint = "send", Run = SendAsync, Rollback = static _ => default },
                    ],
                },
                TestPlugin.Function("clean", static _ => default),
            ],
        };

        private async ValueTask CheckAsync(StepScope scope) =>
            await scope.WriteRowsAsync(await LoopAsync(scope, "check", Items), Text.Instance);

        private async ValueTask SendAsync(StepScope scope)
        {
            var sent = await LoopAsync(scope, "send", scope.ReadRows(0, Text.Instance));
            scope.Write($"{sent.Count}", Text.Instance);
        }

        private Task<DurableList<string>> LoopAsync(StepScope scope, string what, IEnumerable<string> items) => scope.Context.ForEachAsync(
            items, static item => item, (item, _) => Task.FromResult(Do($"{what} {item}", item)), new ForEachOptions { AllowedFailures = StopsAt is null ? 10 : 0 });

        private string Do(string what, string item)
        {
            Ran.Add(what);
            return Failing.Contains(what) || what == StopsAt ? throw new IOException($"no room for {item}") : item;
        }
    }

    private sealed class Text : Journaling.Codec<string>
    {
        public static readonly Text Instance = new();

        public override string Shape => "text";

        public override void Write(System.Text.Json.Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

        public override string Read(ref System.Text.Json.Utf8JsonReader reader) => reader.GetString()!;
    }
}
