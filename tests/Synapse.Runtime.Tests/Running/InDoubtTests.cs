using Synapse.Backends;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;
using Synapse.Wiring;

namespace Synapse.Runtime.Tests.Running;

/// <summary>Calls whose answer was lost, on backends that can or cannot tell what became of them.</summary>
public sealed class InDoubtTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly List<string> _created = [];
    private bool _losesAnswers = true;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(CallCertainty.Exact)]
    [InlineData(CallCertainty.ByContent)]
    public async Task Call_is_repeated_under_its_key_when_the_backend_can_tell(CallCertainty certainty)
    {
        var action = Creating();
        await _bench.StartAsync(action, options: On(certainty));
        _losesAnswers = false;
        var outcome = await _bench.ResumeAsync(action, options: On(certainty));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(2, _created.Count);
        Assert.Single(_created.Distinct());
    }

    [Fact]
    public async Task Run_stops_and_asks_when_the_backend_cannot_tell()
    {
        var action = Creating();
        await _bench.StartAsync(action, options: On(CallCertainty.Manual));
        var outcome = await _bench.ResumeAsync(action, options: On(CallCertainty.Manual));

        Assert.Equal((ExitCode.Failed, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Equal("in_doubt", outcome.Error!.Type);
        Assert.Contains("create_model of 'weights'", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Contains("--assume not-done", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Single(_created);
    }

    [Fact]
    public async Task Call_is_made_again_when_a_person_says_that_it_was_not_done()
    {
        var action = Creating();
        await _bench.StartAsync(action, options: On(CallCertainty.Manual));
        _losesAnswers = false;
        var outcome = await _bench.ResumeAsync(action, options: On(CallCertainty.Manual) with { Assume = Assumption.NotDone });

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(2, _created.Count);
    }

    [Fact]
    public async Task Call_is_taken_as_done_when_a_person_says_what_it_created()
    {
        var got = 0;
        var action = Creating(answer => got = answer);
        await _bench.StartAsync(action, options: On(CallCertainty.Manual));
        var outcome = await _bench.ResumeAsync(action, options: On(CallCertainty.Manual) with { Assume = new Assumption(41) });

        Assert.Equal((ExitCode.Done, 41), (outcome.ExitCode, got));
        Assert.Single(_created);
        Assert.Equal(EffectState.Assumed, Assert.Single(JournalReader.Look(_bench.Last, JournalReader.ReadEffects)).State);
    }

    [Fact]
    public async Task Call_in_doubt_is_not_retried()
    {
        var outcome = await _bench.StartAsync(Creating(retries: 3), options: On(CallCertainty.Manual));

        Assert.Equal("in_doubt", outcome.Error!.Type);
        Assert.Equal(2, _bench.Attempts().Count);
        Assert.Single(_created);
    }

    [Fact]
    public async Task Item_in_doubt_stops_the_run_and_stays_claimed()
    {
        var action = Plan.Action("loop", OnFailure.Keep, Plan.Step("loop", scope => scope.Context.ForEachAsync(
            ["a", "b"], item => item, (item, ct) => scope.Context.Engine.EffectAsync(Call(item), ct))));
        await _bench.StartAsync(action, options: On(CallCertainty.Manual));
        var outcome = await _bench.ResumeAsync(action, options: On(CallCertainty.Manual));
        _losesAnswers = false;
        var assumed = await _bench.ResumeAsync(action, options: On(CallCertainty.Manual) with { Assume = Assumption.NotDone });

        Assert.Equal("in_doubt", outcome.Error!.Type);
        Assert.Equal(ExitCode.Done, assumed.ExitCode);
    }

    private ActionDescriptor Creating(Action<int>? use = null, int retries = 0) => Plan.Action("create", OnFailure.Keep, Plan.Step(
        "one",
        async scope =>
        {
            var answer = await scope.Context.Engine.EffectAsync(Call("weights"), default);
            use?.Invoke(answer);
        },
        retries: retries));

    private EffectCall<int> Call(string digest) => Plan.Call(
        BackendCall.CreateModel,
        digest,
        (key, _) =>
        {
            _created.Add(key);
            return _losesAnswers ? throw new IOException("the connection was lost") : Task.FromResult(7);
        },
        (id, _) => Task.FromResult((int)id));

    private RunOptions On(CallCertainty certainty) => _bench.Options with { Backend = new NoBackend { Certainty = certainty } };
}
