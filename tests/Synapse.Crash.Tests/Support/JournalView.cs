using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Crash.Tests.Support;

internal sealed record StepView(int Position, StepState State, int Attempt);

/// <summary>What a run's journal holds, read with plain SQL from a copy, so that looking changes nothing.</summary>
internal sealed class JournalView
{
    private readonly Dictionary<(string Step, JournalPhase Phase, string Item), ItemState> _items = [];

    private JournalView(SqliteDatabase database)
    {
        using (var row = database.Prepare("SELECT run_id, state, high_water FROM run"))
        {
            row.Step();
            (Run, State, HighWater) = (row.RequiredText(0), (RunState)row.Int32(1), row.Double(2));
        }

        using (var row = database.Prepare("SELECT name, pos, state, attempt FROM step ORDER BY pos"))
        {
            while (row.Step())
            {
                Steps.Add(row.RequiredText(0), new StepView(row.Int32(1), (StepState)row.Int32(2), row.Int32(3)));
            }
        }

        using (var row = database.Prepare("SELECT step.name, phase, key, item.state FROM item JOIN loop ON loop.id = item.id >> 40 JOIN step ON step.pos = loop.pos WHERE key IS NOT NULL"))
        {
            while (row.Step())
            {
                _items.Add((row.RequiredText(0), (JournalPhase)row.Int32(1), row.RequiredText(2)), (ItemState)row.Int32(3));
            }
        }
    }

    public string Run { get; }

    public RunState State { get; }

    public double HighWater { get; }

    public Dictionary<string, StepView> Steps { get; } = [];

    public bool IsTerminal => State is RunState.Completed or RunState.RolledBack;

    public ItemState? Item(string step, JournalPhase phase, string item) => _items.TryGetValue((step, phase, item), out var state) ? state : null;

    /// <summary>Null where no run was committed.</summary>
    public static JournalView? Read(string state, string scratch)
    {
        var runs = Path.Combine(state, "runs");
        if (!Directory.Exists(runs))
        {
            return null;
        }

        return Directory.GetDirectories(runs).Order(StringComparer.Ordinal)
            .Select(folder => ReadCopy(Path.Combine(folder, "journal.db"), scratch, HasRun, database => new JournalView(database)))
            .LastOrDefault(view => view is not null);
    }

    /// <summary>How often each key of an upload stands in the backend's index, deleted ones too.</summary>
    public static Dictionary<string, long> Origins(string state, string scratch) =>
        ReadCopy(Path.Combine(state, "backend", "local.db"), scratch, static database => database.UserVersion != 0, database =>
        {
            var origins = new Dictionary<string, long>();
            using var row = database.Prepare("SELECT origin, count(*) FROM data_file GROUP BY origin");
            while (row.Step())
            {
                origins.Add(row.RequiredText(0), row.Int64(1));
            }

            return origins;
        }) ?? [];

    private static bool HasRun(SqliteDatabase database) => database.UserVersion != 0;

    private static T? ReadCopy<T>(string path, string scratch, Func<SqliteDatabase, bool> holds, Func<SqliteDatabase, T> read)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        Directory.CreateDirectory(scratch);
        var copy = Path.Combine(scratch, "look.db");
        foreach (var suffix in new[] { "", "-wal", "-journal", "-shm" })
        {
            File.Delete(copy + suffix);
            if (suffix != "-shm" && File.Exists(path + suffix))
            {
                File.Copy(path + suffix, copy + suffix);
            }
        }

        using var database = SqliteDatabase.Open(copy, SqliteOpenMode.ReadWrite);
        database.Execute("PRAGMA synchronous=OFF");
        return holds(database) ? read(database) : null;
    }
}
