using System.Runtime.CompilerServices;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local;

/// <summary>Long lists in pages, so that no transaction stays open while the caller works.</summary>
internal static class Pages
{
    public static IAsyncEnumerable<T> Ascending<T>(
        Func<SqliteDatabase, long, List<T>> page, Func<T, long> id, LocalBackend backend, CancellationToken ct) =>
        AllAsync(0, page, id, backend, ct);

    public static IAsyncEnumerable<T> Descending<T>(
        Func<SqliteDatabase, long, List<T>> page, Func<T, long> id, LocalBackend backend, CancellationToken ct) =>
        AllAsync(long.MaxValue, page, id, backend, ct);

    private static async IAsyncEnumerable<T> AllAsync<T>(
        long start, Func<SqliteDatabase, long, List<T>> page, Func<T, long> id, LocalBackend backend, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var position = start; ;)
        {
            var from = position;
            var rows = await Task.Run(() => backend.Store.Index.Read(database => page(database, from)), ct);
            if (rows.Count == 0)
            {
                yield break;
            }

            foreach (var row in rows)
            {
                yield return row;
            }

            position = id(rows[^1]);
        }
    }
}
