using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

public sealed class ItemWriterTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Drained_items_are_durable_and_counted()
    {
        using var journal = _run.Create();
        var row = journal.OpenLoop(0, JournalPhase.Forward, "");
        var loop = new ItemLoop(row.Id, new Observer());
        for (var i = 0; i < 2000; i++)
        {
            journal.Items.Enqueue(new ItemMove(loop, i, ItemState.Claimed, 1, $"k{i}", null, null, null));
        }

        journal.Items.Drain();
        for (var i = 0; i < 2000; i++)
        {
            var state = i % 10 == 0 ? ItemState.Failed : ItemState.Done;
            journal.Items.Enqueue(new ItemMove(loop, i, state, 1, null, "1"u8.ToArray(), null, ItemState.Claimed));
        }

        journal.Items.Drain();
        var loops = JournalReader.Look(_run.Folder, JournalReader.ReadLoops);
        Assert.Equal((1800, 200), (loops[0].Done, loops[0].Failed));
    }

    [Fact]
    public void Page_goes_on_after_the_last_ordinal()
    {
        using var journal = _run.Create();
        var row = journal.OpenLoop(0, JournalPhase.Output, "");
        journal.Commit(new Runtime.Journal.Records.RowsAppended(row.Id, 1, 0, [.. Enumerable.Range(0, 1000).Select(i => new[] { (byte)i })]));
        var seen = 0;
        long after = -1;
        while (journal.Read(database => ItemReader.Page(database, row.Id, ItemState.Done, after)) is { Count: > 0 } page)
        {
            Assert.Equal(seen, page[0].Ordinal);
            seen += page.Count;
            after = page[^1].Ordinal;
        }

        Assert.Equal(1000, seen);
    }

    [Fact]
    public void Rows_of_an_earlier_attempt_are_dropped()
    {
        using var journal = _run.Create();
        var row = journal.OpenLoop(0, JournalPhase.Output, "");
        var other = journal.OpenLoop(1, JournalPhase.Output, "");
        journal.Commit(new Runtime.Journal.Records.RowsAppended(row.Id, 1, 0, ["1"u8.ToArray()]));
        journal.Commit(new Runtime.Journal.Records.RowsAppended(other.Id, 1, 0, ["2"u8.ToArray()]));
        journal.Commit(new Runtime.Journal.Records.RowsDropped(row.Id));
        Assert.Empty(journal.Read(database => ItemReader.Page(database, row.Id, ItemState.Done, -1)));
        Assert.Single(journal.Read(database => ItemReader.Page(database, other.Id, ItemState.Done, -1)));
    }

    [Fact]
    public void Broken_journal_reaches_whoever_waits()
    {
        using var journal = _run.Create();
        var observer = new Observer();
        var loop = new ItemLoop(journal.OpenLoop(0, JournalPhase.Forward, "").Id, observer);
        journal.Items.Enqueue(new ItemMove(loop, 1, ItemState.Claimed, 1, "a", null, null, null));
        journal.Items.Drain();
        journal.Items.Enqueue(new ItemMove(loop, 1, ItemState.Claimed, 1, "a", null, null, null));
        Assert.Throws<JournalException>(journal.Items.Drain);
        Assert.True(SpinWait.SpinUntil(() => observer.Fault is JournalException, TimeSpan.FromSeconds(10)));
    }

    private sealed class Observer : IItemObserver
    {
        public Exception? Fault { get; private set; }

        public void Durable(in ItemMove move)
        {
        }

        public void BatchCommitted(int finished)
        {
        }

        public void Broken(Exception cause) => Fault = cause;
    }
}
