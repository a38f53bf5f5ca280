using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Wiring;

namespace Synapse.Runtime.Running.Loops;

/// <summary>Rows read page by page from the journal, as often as wanted.</summary>
internal sealed class JournaledRows<T>(JournaledReading reading, LoopRow loop, Codec<T> codec, bool isComplete) : RowSource<T>, IJournaledRows
{
    private IReadOnlyList<string>? _inDoubt;
    private IReadOnlyList<ItemFailure>? _failures;

    public LoopRow Loop => loop;

    public RunJournal Journal => reading.Journal;

    public override int Count => checked((int)loop.Done);

    public override bool IsComplete => isComplete;

    public override IReadOnlyList<string> InDoubt =>
        _inDoubt ??= isComplete ? [] : [.. Rows(ItemState.Claimed).Select(row => row.Key ?? "")];

    public override IReadOnlyList<ItemFailure> Failures => _failures ??= loop.Failed == 0
        ? []
        : [.. Rows(ItemState.Failed).Select(row => new ItemFailure(row.Key ?? "", row.Error is { } error ? reading.Message(loop.Position, error) : ""))];

    public override IEnumerable<T> Read() => Rows(ItemState.Done).Select(Decode);

    private IEnumerable<ItemRow> Rows(ItemState state)
    {
        long after = -1;
        while (Journal.Read(database => ItemReader.Page(database, loop.Id, state, after)) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                yield return row;
            }

            after = page[^1].Ordinal;
        }
    }

    private T Decode(ItemRow row) => reading.Decode(loop.Position, row.Key is { } key ? $"result of item '{key}'" : $"row {row.Ordinal}", null, row.Result, codec);
}

/// <summary>A list that already lies in a journal, whatever its type.</summary>
internal interface IJournaledRows
{
    LoopRow Loop { get; }

    RunJournal Journal { get; }

    bool IsComplete { get; }
}
