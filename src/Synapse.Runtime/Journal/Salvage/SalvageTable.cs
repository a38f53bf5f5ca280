using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal.Salvage;

/// <summary>A table of the journal, and the number that its rows are ordered by.</summary>
internal sealed record SalvageTable(string Name, string Key, string Columns)
{
    public static readonly IReadOnlyList<SalvageTable> All =
    [
        new("run", "id", "id, run_id, action, action_print, params, secrets, on_failure, parent, state, high_water, crashes, created_ms, ended_ms, result, error, undo_asked"),
        new("proc", "id", "id, pid, boot, host, plugin_version, binary_sha, args, started_ms, ended"),
        new("step", "pos", "pos, name, print, weight, state, attempt, seq, not_before_ms, reason, output, output_file, child_run, origin_key, error"),
        new("attempt", "id", "id, pos, phase, number, cause, proc, started_ms, dur_us, outcome, error"),
        new("loop", "id", "id, pos, phase, name, sealed, done, failed"),
        new("item", "id", "id, key, state, attempt, result, error"),
        new("effect", "id", "id, key, kind, mode, digest, state, ref"),
        new("child", "id", "id, proc, pos, attempt, pid, pgid, started, program, ended"),
        new("wanted", "id", "id, pos, loop, key"),
    ];

    /// <summary>What of the table a journal has, which may be of an older version; null for nothing.</summary>
    public SalvageTable? In(SqliteDatabase database)
    {
        using var row = database.Prepare($"SELECT name FROM pragma_table_info('{Name}')");
        var there = new HashSet<string>();
        while (row.Step())
        {
            there.Add(row.RequiredText(0));
        }

        return there.Count == 0 ? null : new SalvageTable(Name, Key, string.Join(", ", Columns.Split(", ").Where(there.Contains)));
    }

    public int Count { get; } = Columns.Split(',').Length;

    public string Parameters => string.Join(", ", Enumerable.Range(1, Count).Select(static number => $"?{number}"));
}
