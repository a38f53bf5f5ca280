using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Tests.Support;

/// <summary>A state folder with one new run in it.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public TestRun()
    {
        State = StateFolder.Open(_temporary.In(StateFolder.FolderName));
        Folder = RunFolder.Create(State, RunId.New());
    }

    public StateFolder State { get; }

    public RunFolder Folder { get; }

    /// <summary>The journal of a run whose first commit is done.</summary>
    public RunJournal Create(int steps = 3) => Create(ProcessIdentity.Current(), steps);

    public RunJournal Create(ProcessIdentity process, int steps = 3)
    {
        var journal = Begin(process, steps);
        journal.Commit();
        return journal;
    }

    public RunJournal Begin(int steps = 3) => Begin(ProcessIdentity.Current(), steps);

    private RunJournal Begin(ProcessIdentity process, int steps) => RunJournal.Create(
        Folder,
        new RunStart(
            Folder.Id, "upload", "print", "{}"u8.ToArray(), null, false, null,
            [.. Enumerable.Range(0, steps).Select(i => new PlannedStep($"step_{i}", $"print_{i}", 1))]),
        process,
        JournalOptions.Default);

    public RunJournal Open() => RunJournal.Open(Folder, ProcessIdentity.Current(), JournalOptions.Default);

    public RunRow Run() => JournalReader.Look(Folder, JournalReader.ReadRun);

    public List<StepRow> Steps() => JournalReader.Look(Folder, JournalReader.ReadSteps);

    public void Dispose() => _temporary.Dispose();
}
