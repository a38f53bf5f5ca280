using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;
using Synapse.Wiring;

namespace Synapse.Runtime.Tests.Running;

public sealed class ResumeCheckTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Changed_step_is_refused_naming_it_and_what_changed()
    {
        await _bench.StartAsync(Kept(Step("one"), Failing("two")));
        var outcome = await _bench.ResumeAsync(Kept(Step("one", print: "v2"), Step("two")));
        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("'one'", outcome.Message!, StringComparison.Ordinal);
        Assert.Contains("'shape=v1' is now 'shape=v2'", outcome.Message!, StringComparison.Ordinal);
        Assert.Equal(RunState.Failed, _bench.Run().State);
    }

    [Fact]
    public async Task Changed_step_is_taken_with_force()
    {
        await _bench.StartAsync(Kept(Step("one"), Failing("two")));
        var outcome = await _bench.ResumeAsync(Kept(Step("one", print: "v2"), Step("two")), options: _bench.Options with { Force = true });
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
    }

    [Fact]
    public async Task Renamed_step_is_refused()
    {
        await _bench.StartAsync(Kept(Step("one"), Failing("two")));
        var outcome = await _bench.ResumeAsync(Kept(Step("uno"), Step("two")));
        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("was 'one'", outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_have_not_run_may_change_freely()
    {
        await _bench.StartAsync(Kept(Step("one"), Failing("two"), Step("three")));
        var outcome = await _bench.ResumeAsync(Kept(Step("one"), Step("two"), Step("new"), Step("four")));
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(["one", "two", "new", "four"], JournalReader.Look(_bench.Last, JournalReader.ReadSteps).Select(step => step.Name));
    }

    [Fact]
    public async Task Run_of_an_action_that_is_gone_is_refused()
    {
        await _bench.StartAsync(Kept(Failing("one")));
        var outcome = await _bench.ResumeAsync(Plan.Action("other", OnFailure.Keep, Step("one")));
        Assert.Contains("'kept'", outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_held_by_another_is_refused()
    {
        await _bench.StartAsync(Kept(Failing("one")));
        using var held = RunLock.Acquire(_bench.Last);
        Assert.Equal(ExitCode.Held, (await _bench.ResumeAsync(Kept(Step("one")))).ExitCode);
    }

    [Fact]
    public async Task Missing_output_file_ends_the_process_and_not_the_run()
    {
        var action = Kept(
            Plan.Step("one", scope => scope.Write(new string('x', 300_000), Codecs.Text)),
            Plan.Step("two", scope => _ = scope.Attempt.Number == 1 ? throw new InvalidOperationException("boom") : scope.Read(0, Codecs.Text)));
        await _bench.StartAsync(action);
        Directory.Delete(_bench.Last.Outputs, recursive: true);
        var outcome = await _bench.ResumeAsync(action);
        Assert.Equal((ExitCode.CannotJournal, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Contains("one.1.json is missing", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_crashes_without_progress_stop_the_run()
    {
        await _bench.StartAsync(Kept(Failing("one")));
        for (var crash = 0; crash < 6; crash++)
        {
            RunJournal.Open(_bench.Last, ProcessIdentity.Current(), JournalOptions.Default).Dispose();
        }

        var outcome = await _bench.ResumeAsync(Kept(Step("one")));
        Assert.Equal((ExitCode.Failed, "crashes"), (outcome.ExitCode, outcome.Error?.Type));
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(Kept(Step("one")))).ExitCode);
    }

    [Fact]
    public async Task Resume_after_the_crashes_were_told_may_crash_again()
    {
        await _bench.StartAsync(Kept(Failing("one")));
        for (var round = 0; round < 2; round++)
        {
            for (var crash = 1; crash <= 5; crash++)
            {
                Crash();
            }

            Assert.Equal("crashes", (await _bench.ResumeAsync(Kept(Step("one")))).Error?.Type);
        }

        for (var crash = 1; crash <= 4; crash++)
        {
            Crash();
        }

        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(Kept(Step("one")))).ExitCode);
    }

    private void Crash() => RunJournal.Open(_bench.Last, ProcessIdentity.Current(), JournalOptions.Default).Dispose();

    private static ActionDescriptor Kept(params StepDescriptor[] steps) => Plan.Action("kept", OnFailure.Keep, steps);

    private static StepDescriptor Step(string name, string print = "v1") => Plan.Step(name, _ => Task.CompletedTask, print: print);

    private static StepDescriptor Failing(string name) => Plan.Step(name, _ => throw new InvalidOperationException("boom"));
}
