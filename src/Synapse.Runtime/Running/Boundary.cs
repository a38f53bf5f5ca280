using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Proof;

namespace Synapse.Runtime.Running;

/// <summary>
/// Gathers what becomes durable together: a step's end waits for the next one's start. What happened is told
/// only once it is true.
/// </summary>
internal sealed class Boundary(RunJournal journal)
{
    private readonly List<JournalRecord> _records = [];
    private readonly List<Action> _events = [];

    public void Add(JournalRecord record, Action? tell = null)
    {
        _records.Add(record);
        if (tell is not null)
        {
            _events.Add(tell);
        }
    }

    /// <summary>Something to tell once what has been gathered so far is true.</summary>
    public void Tell(Action tell) => _events.Add(tell);

    public void Commit()
    {
        if (_records.Count == 0 && journal.IsDurable)
        {
            return;
        }

        if (Weakness.SplitsBoundary)
        {
            _records.ForEach(record => journal.Commit(record));
        }
        else
        {
            journal.Commit(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_records));
        }

        _records.Clear();
        foreach (var tell in _events)
        {
            tell();
        }

        _events.Clear();
    }
}
