using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;
using Synapse.Wiring;

namespace Synapse.Runtime.Tests.Running;

/// <summary>What a finished step handed on cannot be read any more: that is no failure of the step that wants it.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly List<string> _ran = [];
    private bool _fails = true;
    private Func<Func<int>, int> _reading = static read => read();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(10, "journal.db")]
    [InlineData(300_000, "first.1.json")]
    public async Task Damaged_output_stops_the_run_and_undoes_nothing(int size, string file)
    {
        var action = await StoppedAsync(size);
        Damage(size);
        var outcome = await _bench.ResumeAsync(action);

        Assert.Equal((ExitCode.CannotJournal, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Equal("damaged", outcome.Error!.Type);
        Assert.Contains("The output of step 'first' cannot be read: ", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Contains(file, outcome.Error.Message, StringComparison.Ordinal);
        Assert.Contains($"resume {_bench.Last.Id.Short} --from first", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Equal([StepState.Completed, StepState.Intent], _bench.StepStates());
        Assert.DoesNotContain("undo first", _ran);
        Assert.Equal(outcome.Error.Message, _bench.Run().Error!.Message);
    }

    [Fact]
    public async Task Missing_output_file_stops_the_run_and_putting_it_back_lets_it_go_on()
    {
        var action = await StoppedAsync(300_000);
        var file = Path.Combine(_bench.Last.Outputs, "first.1.json");
        File.Move(file, file + ".away");
        var outcome = await _bench.ResumeAsync(action);
        Assert.Contains($"The file {file} is missing.", outcome.Error!.Message, StringComparison.Ordinal);
        File.Move(file + ".away", file);

        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(action)).ExitCode);
        Assert.Equal(1, _ran.Count(static what => what == "first"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_that_hides_the_damage_is_stopped_all_the_same(bool swallows)
    {
        _reading = read =>
        {
            try
            {
                return read();
            }
            catch (Exception e)
            {
                return swallows ? 0 : throw new InvalidOperationException("cannot go on", e);
            }
        };
        var action = await StoppedAsync(10);
        Damage(10);
        var outcome = await _bench.ResumeAsync(action);

        Assert.Equal((ExitCode.CannotJournal, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Equal("damaged", outcome.Error!.Type);
    }

    [Fact]
    public async Task Damaged_row_stops_the_run_and_names_it()
    {
        var action = Plan.Action(
            Plan.Step("rows", scope => scope.WriteRowsAsync(new DurableList<int>([1, 2, 3]), Codecs.Int), rows: true, rollback: scope => { Undo(scope); return Task.CompletedTask; }),
            Plan.Step("sum", async scope =>
            {
                ThrowOnce();
                await scope.Context.ForEachAsync(scope.ReadRows(0, Codecs.Int), static row => $"{row}", static (row, _) => Task.FromResult(row), new ForEachOptions { Retries = 2, AllowedFailures = 5 });
            }));
        await StopAsync(action);
        Sql("UPDATE item SET result=CAST('{\"' AS BLOB) WHERE id=(SELECT max(id) FROM item)");
        var outcome = await _bench.ResumeAsync(action);

        Assert.Equal((ExitCode.CannotJournal, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Contains("The row 2 of step 'rows' cannot be read", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(_ran);
    }

    [Fact]
    public async Task Damage_met_in_an_item_is_no_failure_of_the_item()
    {
        var action = Plan.Action(
            Plan.Step("first", scope => scope.Write(7, Codecs.Int)),
            Plan.Step("loop", async scope =>
            {
                ThrowOnce();
                await scope.Context.ForEachAsync(["a"], static item => item, (_, _) => Task.FromResult(scope.Read(0, Codecs.Int)), new ForEachOptions { AllowedFailures = 5 });
            }));
        await StopAsync(action);
        Sql("UPDATE step SET output=CAST('\"x\"' AS BLOB) WHERE pos=0");
        var outcome = await _bench.ResumeAsync(action);

        Assert.Equal("damaged", outcome.Error!.Type);
        Assert.Equal(0, JournalReader.Look(_bench.Last, JournalReader.ReadLoops)[0].Failed);
    }

    [Fact]
    public async Task Damaged_answer_of_a_call_stops_the_run()
    {
        var action = Plan.Action(Plan.Step("create", async scope =>
        {
            await scope.Context.Engine.EffectAsync(Plan.Call("make", "d", static (_, _) => Task.FromResult(1)), default);
            ThrowOnce();
        }));
        await StopAsync(action);
        Sql("UPDATE effect SET ref='{'");
        var outcome = await _bench.ResumeAsync(action);

        Assert.Equal(ExitCode.CannotJournal, outcome.ExitCode);
        Assert.Contains("The answer of make of step 'create' cannot be read", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_leaves_the_step_whose_output_is_damaged_and_undoes_the_others()
    {
        var action = Plan.Action(
            Plan.Step("first", scope => scope.Write(1, Codecs.Int), rollback: static _ => { }),
            Plan.Step("second", scope => scope.Write(2, Codecs.Int), rollback: static scope => scope.Read(1, Codecs.Int)));
        await _bench.StartAsync(action);
        Sql("UPDATE step SET output=CAST('{' AS BLOB) WHERE pos=1");
        var outcome = await _bench.RollbackAsync(action);

        Assert.Equal((ExitCode.RollbackIncomplete, RunState.RollbackIncomplete), (outcome.ExitCode, outcome.State));
        Assert.Equal([StepState.Undone, StepState.UndoFailed], _bench.StepStates());
        Assert.Contains($"Put it back from a copy, then repeat 'rollback {_bench.Last.Id.Short}'", Assert.Single(outcome.Leftovers).Reason, StringComparison.Ordinal);
        Sql("UPDATE step SET output=CAST('2' AS BLOB) WHERE pos=1");
        Assert.Equal(ExitCode.Done, (await _bench.RollbackAsync(action)).ExitCode);
    }

    [Fact]
    public async Task Result_that_is_gone_at_the_end_stops_the_run_with_all_steps_finished()
    {
        var action = Plan.Action(Plan.Step("large", scope =>
        {
            scope.Write(new string('x', 300_000), Codecs.Text);
            Directory.Delete(_bench.Last.Outputs, recursive: true);
        }));
        var outcome = await _bench.StartAsync(action);

        Assert.Equal((ExitCode.CannotJournal, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Equal([StepState.Completed], _bench.StepStates());
    }

    private static void Undo(StepScope scope) => throw new InvalidOperationException("nothing was to be undone");

    /// <summary>Two steps, stopped in the second one; the first one's output is of about that size.</summary>
    private async Task<ActionDescriptor> StoppedAsync(int size)
    {
        var action = Plan.Action(
            Plan.Step("first", scope =>
            {
                _ran.Add("first");
                scope.Write(new string('x', size), Codecs.Text);
            }, _ => _ran.Add("undo first")),
            Plan.Step("second", scope =>
            {
                ThrowOnce();
                scope.Write(_reading(() => scope.Read(0, Codecs.Text).Length), Codecs.Int);
            }));
        await StopAsync(action);
        return action;
    }

    private async Task StopAsync(ActionDescriptor action)
    {
        using var stop = new CancellationTokenSource();
        _stop = stop;
        Assert.Equal(RunState.Stopped, (await _bench.StartAsync(action, stop.Token)).State);
        _fails = false;
    }

    private CancellationTokenSource? _stop;

    private void ThrowOnce()
    {
        if (_fails)
        {
            _stop!.Cancel();
            throw new OperationCanceledException();
        }
    }

    private void Damage(int size)
    {
        if (size < 1000)
        {
            Sql("UPDATE step SET output=substr(output, 2) WHERE pos=0");
            return;
        }

        using var file = File.OpenWrite(Path.Combine(_bench.Last.Outputs, "first.1.json"));
        file.Position = size / 2;
        file.WriteByte((byte)'y');
    }

    private void Sql(string sql)
    {
        using var database = JournalSchema.OpenForWriting(_bench.Last.Database);
        database.Execute(sql);
    }
}
