using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Wiring;

namespace Synapse.Runtime.Tests.Support;

/// <summary>Runs actions in a state folder of their own, in this process.</summary>
internal sealed class Bench : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public Bench()
    {
        State = StateFolder.Open(_temporary.In(StateFolder.FolderName));
        Effects = new EffectFile(EffectPath);
    }

    public StateFolder State { get; }

    public EffectFile Effects { get; }

    public string EffectPath => _temporary.In("effects.txt");

    public RunFolder Last => RunCatalog.Find(State, RunCatalog.Last);

    public RunOptions Options => new() { State = State, Backend = new NoBackend(), Grace = TimeSpan.FromMilliseconds(200) };

    public Task<RunOutcome> StartAsync(ActionDescriptor action, CancellationToken stop = default, RunOptions? options = null) =>
        RunSession.StartAsync(Plan.Plugin(action), action, default, options ?? Options, stop);

    public Task<RunOutcome> ResumeAsync(ActionDescriptor action, CancellationToken stop = default, RunOptions? options = null) =>
        RunSession.ResumeAsync(Plan.Plugin(action), Last, options ?? Options, stop);

    public Task<RunOutcome> RollbackAsync(ActionDescriptor action) =>
        RunSession.RollbackAsync(Plan.Plugin(action), Last, Options);

    public List<StepState> StepStates() => [.. JournalReader.Look(Last, JournalReader.ReadSteps).Select(step => step.State)];

    public List<AttemptRow> Attempts() => JournalReader.Look(Last, JournalReader.ReadAttempts);

    public RunRow Run() => JournalReader.Look(Last, JournalReader.ReadRun);

    public List<RunEvent> Events()
    {
        using var reader = new EventReader(Last.Events);
        return [.. reader.ReadAll()];
    }

    public void Dispose() => _temporary.Dispose();
}
