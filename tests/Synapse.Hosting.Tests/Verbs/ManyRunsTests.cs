using System.Text;
using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary>A state folder that nobody has ever tidied up.</summary>
public sealed class ManyRunsTests : IDisposable
{
    private const int Runs = 1_000;

    private readonly Cli _cli = new();
    private readonly string _state;

    public ManyRunsTests()
    {
        _state = Path.Combine(_cli.Folder, StateFolder.FolderName);
        var made = MadeRun.Make(_state, Id(0), new StepStarted(0, 1, AttemptCause.First), new StepCompleted(0, null, TimeSpan.FromSeconds(1)), new RunEnded(RunState.Completed));
        var journal = File.ReadAllBytes(made.Database);
        for (var i = 1; i < Runs; i++)
        {
            Copy(journal, i);
        }
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_thousand_runs_are_listed_and_pruned()
    {
        _cli.Run("runs").Succeeds("000003e7  train   done", $"and 980 older runs in {_state}; --json lists all.");
        using (var json = JsonDocument.Parse(_cli.Run("runs", "--json").Succeeds().Output))
        {
            Assert.Equal(Runs, json.RootElement.GetArrayLength());
            Assert.Equal(Runs, json.RootElement.EnumerateArray().Select(run => run.GetProperty("run").GetString()).Distinct().Count());
        }
        _cli.Run("runs", "prune", "--keep-last", "20").Succeeds("980 runs, ");
        Assert.Equal(20, RunCatalog.List(StateFolder.At(_state)).Count);
    }

    private static string Id(int number) => $"019a0000-0000-7000-8000-{number:x12}";

    /// <summary>A journal knows its run's id; all else may be the same.</summary>
    private void Copy(byte[] journal, int number)
    {
        Assert.True(RunId.TryParse(Id(number), out var id));
        var folder = RunFolder.At(StateFolder.At(_state), id);
        Directory.CreateDirectory(folder.Path);
        File.WriteAllBytes(folder.Lock, []);
        var copy = journal.AsSpan().ToArray();
        var at = copy.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Id(0)));
        Encoding.ASCII.GetBytes(Id(number)).CopyTo(copy, at);
        File.WriteAllBytes(folder.Database, copy);
    }
}
