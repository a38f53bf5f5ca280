using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary><c>leftovers</c> and <c>rollback --dry-run</c>.</summary>
public sealed class LeftoversTests : IDisposable
{
    private const string Id = "019a0000-0000-7000-8000-0000deadbeef";

    private readonly Chain _chain = new();
    private readonly Cli _cli;

    public LeftoversTests() => _cli = new Cli(_chain.Plugin());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Items_and_steps_that_stand_are_listed()
    {
        _chain.FailsIn = "report";
        _cli.Run("run", "chain");
        _cli.Run("leftovers", "last").Succeeds("send: finished; 'rollback' undoes it", "item item 1 done  10", "item item 3 done  30");
    }

    [Fact]
    public void A_rollback_that_failed_is_named()
    {
        (_chain.FailsIn, _chain.UndoFails) = ("report", true);
        _cli.Run("run", "chain", "--on-failure", "rollback");
        _cli.Run("leftovers", "last").Succeeds("send: its rollback failed: cannot be undone", "item item 1 done  10");
        _chain.UndoFails = false;
        _cli.Run("rollback", "last");
        _cli.Run("leftovers", "last").Succeeds("nothing stands that the journal knows of.");
    }

    [Fact]
    public void Calls_have_the_ids_that_the_backend_gave()
    {
        MadeCalls();
        _cli.Run("leftovers", "last").Succeeds(
            "load: finished", "create_dataset 7 done  shirts", "create_data_units 1 2 done", "fit: not finished", "create_model  in doubt  m.bin");
    }

    [Fact]
    public void As_json_it_has_every_call_and_answer()
    {
        MadeCalls();
        using var json = JsonDocument.Parse(_cli.Run("leftovers", "last", "--json").Succeeds().Output);
        var steps = json.RootElement.GetProperty("steps");
        var call = steps[0].GetProperty("calls")[0];
        Assert.Equal($"{Id}/load/create_dataset/1", call.GetProperty("key").GetString());
        Assert.Equal(7, call.GetProperty("answer").GetProperty("id").GetInt32());
        Assert.Equal("in_doubt", steps[1].GetProperty("calls")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void Items_in_doubt_come_first()
    {
        _chain.FailingItem = 2;
        _cli.Run("run", "chain");
        using (var json = JsonDocument.Parse(_cli.Run("leftovers", "last", "--json").Succeeds().Output))
        {
            var items = json.RootElement.GetProperty("steps")[0].GetProperty("items").EnumerateArray().ToList();
            Assert.Contains(items, item => item.GetProperty("key").GetString() == "item 1" && item.GetProperty("state").GetString() == "done");
            Assert.DoesNotContain(items, item => item.GetProperty("key").GetString() == "item 2");
        }
        _cli.Run("leftovers", "last").Succeeds("send: not finished; its rollback is for finished work only");
    }

    [Fact]
    public void A_dry_run_says_the_order_and_what_stays()
    {
        _chain.FailsIn = "report";
        _cli.Run("run", "chain");
        var count = _chain.Ran.Count;
        _cli.Run("rollback", "last", "--dry-run").Succeeds("a rollback would undo 1 step, in this order:", "  send, done", "Nothing was done.");
        using var json = JsonDocument.Parse(_cli.Run("rollback", "last", "--dry-run", "--json").Succeeds().Output);
        Assert.Equal("send", json.RootElement.GetProperty("undo")[0].GetString());
        Assert.Equal(count, _chain.Ran.Count);
        _cli.Run("runs").Succeeds("failed");
    }

    [Fact]
    public void A_dry_run_names_what_cannot_be_undone()
    {
        _chain.FailingItem = 3;
        _cli.Run("run", "chain");
        _cli.Run("rollback", "last", "--dry-run").Succeeds("a rollback would undo nothing.", "It would not undo:", "send: not finished; its rollback is for finished work only; 2 items");
    }

    [Fact]
    public void A_dry_run_refuses_what_the_rollback_would_refuse()
    {
        _cli.Run("run", "chain").Succeeds();
        using var rebuilt = new Cli(new Chain { SendPrint = "changed" }.Plugin());
        rebuilt.Run("rollback", "last", "--dry-run", "--state", Path.Combine(_cli.Folder, ".synapse")).Fails(ExitCode.Usage, "Step 'send' has changed");
        _cli.Run("rollback", "last", "--json", "--yes").Fails(ExitCode.Usage, "--json goes with --dry-run only");
    }

    private void MadeCalls() => MadeRun.Make(
        Path.Combine(_cli.Folder, StateFolder.FolderName), Id,
        new StepStarted(0, 1, AttemptCause.First),
        new EffectStarted($"{Id}/load/create_dataset/1", "create_dataset", EffectMode.Exact, "shirts"),
        new EffectSettled($"{Id}/load/create_dataset/1", EffectState.Done, """{"id":7,"name":"shirts"}"""),
        new EffectStarted($"{Id}/load/create_data_units/1", "create_data_units", EffectMode.Exact, "d"),
        new EffectSettled($"{Id}/load/create_data_units/1", EffectState.Done, """[[1,{}],[2,{}]]"""),
        new StepCompleted(0, null, TimeSpan.FromSeconds(1)),
        new StepStarted(1, 1, AttemptCause.First),
        new EffectStarted($"{Id}/fit/create_model/1", "create_model", EffectMode.Exact, "m.bin"),
        new RunEnded(RunState.Stopped));
}
