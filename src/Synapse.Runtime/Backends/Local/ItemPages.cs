using System.Runtime.CompilerServices;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local;

/// <summary>Items in pages: all that a filter lets through, or those among given ids, of which each page asks for some.</summary>
internal static class ItemPages
{
    /// <param name="ids">Which ids there is a choice of; null for all.</param>
    /// <param name="page">Those with a larger id than the first argument, among the ids of a JSON array if there is one.</param>
    /// <param name="backend">Where to read.</param>
    /// <param name="ct">Stops reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        IReadOnlyCollection<long>? ids, Func<SqliteDatabase, long, string?, ItemPage<T>> page, LocalBackend backend, [EnumeratorCancellation] CancellationToken ct)
        where T : AnnotatedItem
    {
        foreach (var chunk in Chunks(ids))
        {
            for (long after = 0; ;)
            {
                var from = after;
                var found = await Task.Run(() => backend.Store.Index.Read(database => page(database, from, chunk)), ct);
                foreach (var item in found.Items)
                {
                    yield return item;
                }

                if (found.Items.Count == 0 || (chunk is not null && !found.IsCut))
                {
                    break;
                }

                after = found.Items[^1].Id;
            }
        }
    }

    /// <param name="ids">As for reading.</param>
    /// <param name="count">Counts those among the ids of a JSON array, or all.</param>
    public static long Count(IReadOnlyCollection<long>? ids, Func<string?, long> count) => Chunks(ids).Sum(count);

    /// <summary>The ids as a JSON array.</summary>
    public static string Text(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    // As many ids at a time as fill a page.
    private static IEnumerable<string?> Chunks(IReadOnlyCollection<long>? ids) =>
        ids?.Distinct().Order().Chunk(AnnotatedRows.PageSize).Select(Text) ?? Enumerable.Repeat<string?>(null, 1);
}
