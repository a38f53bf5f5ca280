using System.Collections;
using Synapse.Wiring;

namespace Synapse;

/// <summary>
/// Journaled rows: what a step produced row by row, or the results of a loop. Read forward from the journal as often as
/// wanted; never held in memory as a whole.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class DurableList<T> : IReadOnlyCollection<T>
{
    private readonly RowSource<T> _rows;

    /// <summary>Wraps rows already at hand. They are journaled when a step returns the list.</summary>
    /// <param name="items">The rows.</param>
    public DurableList(IReadOnlyCollection<T> items) => _rows = new MemoryRows<T>(items);

    internal DurableList(RowSource<T> rows) => _rows = rows;

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Whether the step that made the rows finished. False only in the rollback of an unfinished step.</summary>
    public bool IsComplete => _rows.IsComplete;

    /// <summary>Keys of loop items that were started and not known finished when the process died. Empty elsewhere than in a rollback.</summary>
    public IReadOnlyList<string> InDoubt => _rows.InDoubt;

    /// <summary>Items of the loop that failed although the loop did not, as <see cref="ForEachOptions.AllowedFailures"/> let them.</summary>
    public IReadOnlyList<ItemFailure> Failures => _rows.Failures;

    internal RowSource<T> Source => _rows;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _rows.Read().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
