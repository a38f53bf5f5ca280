using System.Text;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Reporting;

public sealed class EventLogTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Events_tell_a_run_in_order()
    {
        await _bench.StartAsync(Plan.Action(
            Plan.Step("one", scope => scope.Context.Log.Info("Found {Count} of {Name}", 3, "x")),
            Plan.Step("two", _ => Task.CompletedTask, skip: _ => "not needed")));
        Assert.Equal(
            ["run_started", "step_started", "message", "step_completed", "step_skipped", "run_ended"],
            _bench.Events().Select(happened => happened.Type));
        Assert.Equal(Enumerable.Range(1, 6).Select(i => (long)i), _bench.Events().Select(happened => happened.Sequence));
        var message = _bench.Events()[2];
        Assert.Equal(("info", "one", 1), (message.Level, message.Step, message.Attempt));
        Assert.Equal("Found 3 of x", message.Data.GetProperty("text").GetString());
        Assert.Equal(3, message.Data.GetProperty("args").GetProperty("Count").GetInt32());
    }

    [Fact]
    public async Task Numbering_goes_on_over_a_resume_and_a_torn_line()
    {
        var action = Plan.Action("kept", OnFailure.Keep, Plan.Step("one", scope =>
            _ = scope.Attempt.Number == 1 ? throw new InvalidOperationException("boom") : 0));
        await _bench.StartAsync(action);
        var before = _bench.Events()[^1].Sequence;
        await File.AppendAllTextAsync(_bench.Last.Events, """{"v":1,"seq":99""");
        await _bench.ResumeAsync(action);
        Assert.Equal(before + 1, _bench.Events().First(happened => happened.Type == EventTypes.RunResumed).Sequence);
    }

    [Fact]
    public async Task Sink_gets_every_event_and_a_throwing_one_ends_nothing()
    {
        var sink = new Recorder();
        var options = _bench.Options with { Sinks = [new Thrower(), sink] };
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", _ => { })), options: options);
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(_bench.Events().Select(happened => happened.Sequence), sink.Seen.Select(happened => happened.Sequence));
        Assert.True(sink.Completed);
    }

    [Fact]
    public async Task Sink_gets_what_follows_at_once_while_the_step_still_runs()
    {
        var sink = new Recorder();
        await _bench.StartAsync(
            Plan.Action(Plan.Step("one", scope =>
            {
                for (var i = 1; i <= 5; i++)
                {
                    scope.Context.Log.Info("{Number}", i);
                    Assert.True(SpinWait.SpinUntil(() => sink.Messages == i, TimeSpan.FromSeconds(30)));
                }
            })),
            options: _bench.Options with { Sinks = [sink] });
        Assert.Equal(RunState.Completed, _bench.Run().State);
    }

    [Fact]
    public async Task Metric_that_is_not_a_number_is_null_and_named()
    {
        await _bench.StartAsync(Plan.Action(Plan.Step("one", scope =>
            scope.Context.LogMetric("train", ("loss", double.NaN), ("accuracy", 0.5)))));
        var data = _bench.Events().Single(happened => happened.Type == EventTypes.Metric).Data;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.GetProperty("values").GetProperty("loss").ValueKind);
        Assert.Equal("NaN", data.GetProperty("nan").GetProperty("loss").GetString());
    }

    [Fact]
    public async Task Progress_comes_at_most_ten_times_a_second_with_the_last_one_seen()
    {
        await _bench.StartAsync(Plan.Action(
            Plan.Step("one", async scope =>
            {
                for (var i = 1; i <= 1000; i++)
                {
                    scope.Context.Progress(new ProgressCategory("train"), i, 1000);
                }

                await Task.Delay(300);
            }),
            Plan.Step("two", _ => { })));
        var reports = _bench.Events().Where(happened => happened.Type == EventTypes.Progress).ToList();
        Assert.InRange(reports.Count, 2, 4);
        Assert.Equal(1000, reports[^1].Data.GetProperty("current").GetDouble());
    }

    [Fact]
    public void Holes_without_a_value_stay_and_doubled_braces_are_one() =>
        Assert.Equal("a 1 {B} {c}", MessageText.Format("a {A} {B} {{c}}", [1]));

    [Fact]
    public void Message_with_a_throwing_value_still_is_a_message() =>
        Assert.Equal("<InvalidOperationException>", MessageText.Format("{A}", [new Thrower()]));

    [Fact]
    public void Progress_never_falls_and_is_complete_only_at_the_end()
    {
        var meter = new ProgressMeter([1, 3], 30);
        meter.Finish(0);
        Assert.Equal(30, meter.Shown);
        meter.Advance(1, 0.5);
        Assert.Equal(62.5, meter.Shown);
        meter.Restart(1);
        Assert.Equal(62.5, meter.Shown);
        meter.Finish(1);
        Assert.Equal(99.99, meter.Shown);
        meter.Complete();
        Assert.Equal(100, meter.Shown);
    }

    private sealed class Recorder : IEventSink
    {
        private int _messages;

        public List<RunEvent> Seen { get; } = [];

        public bool Completed { get; private set; }

        public int Messages => Volatile.Read(ref _messages);

        public void Write(RunEvent happened)
        {
            Seen.Add(happened);
            _messages += happened.Type == EventTypes.Message ? 1 : 0;
        }

        public void Complete() => Completed = true;
    }

    private sealed class Thrower : IEventSink
    {
        public void Write(RunEvent happened) => throw new IOException("closed pipe");

        public void Complete()
        {
        }

        public override string ToString() => throw new InvalidOperationException(new StringBuilder("no text").ToString());
    }
}
