using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>A run in a state folder, journaled by hand instead of by running something.</summary>
internal static class MadeRun
{
    public static RunFolder Make(string state, string id, params JournalRecord[] records) => Make(state, id, ProcessIdentity.Current(), records);

    public static RunFolder Make(string state, string id, ProcessIdentity process, params JournalRecord[] records)
    {
        Assert.True(RunId.TryParse(id, out var run));
        var folder = RunFolder.Create(StateFolder.Open(state), run);
        using var journal = RunJournal.Create(
            folder,
            new RunStart(run, "train", "print", """{"dataset":12}"""u8.ToArray(), null, KeepOnFailure: false, null, [new("load", "1", 1), new("fit", "2", 3)]),
            process,
            JournalOptions.Default);
        journal.Commit(records);
        return folder;
    }
}
