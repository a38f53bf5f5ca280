using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>The items of loops that a run left as failed. A new run that retries them keeps their keys in its own journal.</summary>
/// <param name="Source">The run in which they failed.</param>
/// <param name="Items">The items, by step, loop and order.</param>
internal sealed record FailedItems(RunId Source, IReadOnlyList<FailedItem> Items)
{
    public static FailedItems Read(SqliteDatabase database)
    {
        var steps = JournalReader.ReadSteps(database).ToDictionary(static step => step.Position, static step => step.Name);
        var items = new List<FailedItem>();
        foreach (var loop in JournalReader.ReadLoops(database).Where(static loop => loop is { Phase: JournalPhase.Forward, Failed: > 0 }))
        {
            long after = -1;
            while (ItemReader.Page(database, loop.Id, ItemState.Failed, after) is { Count: > 0 } page)
            {
                items.AddRange(page.Select(item => new FailedItem(steps[loop.Position], loop.Name, item.Key ?? "")));
                after = page[^1].Ordinal;
            }
        }

        return new FailedItems(JournalReader.ReadRun(database).Id, items);
    }

    /// <summary>Inside the transaction that makes the new run.</summary>
    public void Write(SqliteDatabase database)
    {
        using var insert = database.Prepare("INSERT INTO wanted(pos, loop, key) SELECT pos, ?2, ?3 FROM step WHERE name=?1");
        foreach (var item in Items)
        {
            insert.Bind(1, item.Step).Bind(2, item.Loop).Bind(3, item.Key).Run();
        }
    }
}

internal readonly record struct FailedItem(string Step, string Loop, string Key);
