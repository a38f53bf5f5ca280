using System.Text.Json;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>Rows as objects: for the engine at a resume, and for the verbs that show runs.</summary>
internal static class JournalReader
{
    /// <summary>Opens a run to look at it; another process may be working on it.</summary>
    public static T Look<T>(RunFolder folder, Func<SqliteDatabase, T> query)
    {
        try
        {
            using var database = JournalSchema.OpenForReading(folder.Database);
            JournalSchema.Verify(database);
            return query(database);
        }
        catch (Exception e) when (e is SqliteException or JsonException or FormatException)
        {
            throw new StateException($"{folder.Database} cannot be read: {e.Message.TrimEnd('.')}.{Advice(folder, e)}", e);
        }
    }

    private static string Advice(RunFolder folder, Exception cause) => cause is not SqliteException || cause is SqliteException { Fault: SqliteFault.Corrupt }
        ? $" It is damaged and was left as it is; 'runs salvage {folder.Id.Short}' rebuilds it from what can still be read."
        : "";

    /// <summary>The run; of an older version as well, which is only looked at.</summary>
    public static RunRow ReadRun(SqliteDatabase database)
    {
        using var row = database.Prepare(
            "SELECT run_id, action, action_print, params, secrets, on_failure, parent, state, high_water, crashes, "
            + $"created_ms, ended_ms, result, error, {(database.UserVersion > 1 ? "undo_asked" : "error IS NULL")} FROM run");
        if (!row.Step())
        {
            throw new StateException($"{database.Path} holds no run.");
        }

        return new RunRow(
            new RunId(Guid.Parse(row.RequiredText(0))), row.RequiredText(1), row.RequiredText(2), row.Blob(3) ?? [], row.Text(4),
            row.Int64(5) != 0, row.Text(6), (RunState)row.Int32(7), row.Double(8), row.Int32(9),
            Time(row.Int64(10)), Time(row.NullableInt64(11)), row.Text(12), Error(row.Text(13)), row.Int64(14) != 0);
    }

    public static List<StepRow> ReadSteps(SqliteDatabase database)
    {
        using var row = database.Prepare(
            "SELECT pos, name, print, weight, state, attempt, seq, not_before_ms, reason, output, output_file, "
            + "child_run, origin_key, error FROM step ORDER BY pos");
        var steps = new List<StepRow>();
        while (row.Step())
        {
            steps.Add(new StepRow(
                row.Int32(0), row.RequiredText(1), row.RequiredText(2), row.Double(3), (StepState)row.Int32(4), row.Int32(5),
                row.NullableInt64(6), Time(row.NullableInt64(7)), row.Text(8), Output(row.Blob(9), row.Text(10)),
                row.Text(11), row.Text(12), Error(row.Text(13))));
        }

        return steps;
    }

    public static List<AttemptRow> ReadAttempts(SqliteDatabase database)
    {
        using var row = database.Prepare(
            "SELECT pos, phase, number, cause, proc, started_ms, dur_us, outcome, error FROM attempt ORDER BY id");
        var attempts = new List<AttemptRow>();
        while (row.Step())
        {
            attempts.Add(new AttemptRow(
                row.Int32(0), (JournalPhase)row.Int32(1), row.Int32(2), (AttemptCause)row.Int32(3), row.Int64(4), Time(row.Int64(5)),
                row.NullableInt64(6) is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null,
                (AttemptOutcome?)row.NullableInt64(7), Error(row.Text(8))));
        }

        return attempts;
    }

    public static List<LoopRow> ReadLoops(SqliteDatabase database)
    {
        using var row = database.Prepare("SELECT id, pos, phase, name, sealed, done, failed FROM loop ORDER BY id");
        var loops = new List<LoopRow>();
        while (row.Step())
        {
            loops.Add(Loop(row));
        }

        return loops;
    }

    public static LoopRow? FindLoop(SqliteDatabase database, int position, JournalPhase phase, string name)
    {
        using var row = database.Prepare(
            "SELECT id, pos, phase, name, sealed, done, failed FROM loop WHERE pos=?1 AND phase=?2 AND name=?3");
        row.Bind(1, position).Bind(2, (int)phase).Bind(3, name);
        return row.Step() ? Loop(row) : null;
    }

    public static LoopRow? FindLoop(SqliteDatabase database, long id)
    {
        using var row = database.Prepare("SELECT id, pos, phase, name, sealed, done, failed FROM loop WHERE id=?1");
        row.Bind(1, id);
        return row.Step() ? Loop(row) : null;
    }

    public static List<EffectRow> ReadEffects(SqliteDatabase database)
    {
        using var row = database.Prepare("SELECT key, kind, mode, digest, state, ref FROM effect ORDER BY id");
        var effects = new List<EffectRow>();
        while (row.Step())
        {
            effects.Add(Effect(row));
        }

        return effects;
    }

    public static EffectRow? FindEffect(SqliteDatabase database, string key)
    {
        using var row = database.Prepare("SELECT key, kind, mode, digest, state, ref FROM effect WHERE key=?1");
        row.Bind(1, key);
        return row.Step() ? Effect(row) : null;
    }

    public static string? FindPin(SqliteDatabase database, string kind, string id)
    {
        using var row = database.Prepare("SELECT version FROM pin WHERE kind=?1 AND id=?2");
        row.Bind(1, kind).Bind(2, id);
        return row.Step() ? row.Text(0) : null;
    }

    /// <summary>The keys that one loop is to take, where it is not to take all.</summary>
    public static List<string> ReadWanted(SqliteDatabase database, int position, string loop)
    {
        using var row = database.Prepare("SELECT key FROM wanted WHERE pos=?1 AND loop=?2 ORDER BY id");
        return ReadTexts(row.Bind(1, position).Bind(2, loop));
    }

    /// <summary>The keys that all loops are to take, those that are not to take all.</summary>
    public static List<string> ReadWanted(SqliteDatabase database)
    {
        using var row = database.Prepare("SELECT key FROM wanted ORDER BY id");
        return ReadTexts(row);
    }

    public static List<ProcessRow> ReadProcesses(SqliteDatabase database)
    {
        using var row = database.Prepare(
            "SELECT id, pid, boot, host, plugin_version, binary_sha, args, started_ms, ended FROM proc ORDER BY id");
        var processes = new List<ProcessRow>();
        while (row.Step())
        {
            processes.Add(new ProcessRow(
                row.Int64(0), row.Int32(1), row.Text(2), row.RequiredText(3), row.Text(4), row.Text(5), row.Text(6),
                Time(row.Int64(7)), Time(row.NullableInt64(8))));
        }

        return processes;
    }

    public static List<ChildRow> ReadOpenChildren(SqliteDatabase database)
    {
        using var row = database.Prepare(
            "SELECT child.id, child.pid, pgid, started, program, boot FROM child JOIN proc ON proc.id=child.proc "
            + "WHERE child.ended IS NULL ORDER BY child.id");
        var children = new List<ChildRow>();
        while (row.Step())
        {
            children.Add(new ChildRow(
                row.Int64(0), row.Int32(1), (int?)row.NullableInt64(2), row.Int64(3), row.RequiredText(4), row.Text(5)));
        }

        return children;
    }

    public static long LastChild(SqliteDatabase database) => database.QueryInt64("SELECT coalesce(max(id), 0) FROM child");

    private static List<string> ReadTexts(SqliteStatement row)
    {
        var texts = new List<string>();
        while (row.Step())
        {
            texts.Add(row.RequiredText(0));
        }

        return texts;
    }

    private static LoopRow Loop(SqliteStatement row) => new(
        row.Int64(0), row.Int32(1), (JournalPhase)row.Int32(2), row.RequiredText(3), row.Int64(4) != 0, row.Int64(5), row.Int64(6));

    private static EffectRow Effect(SqliteStatement row) => new(
        row.RequiredText(0), row.RequiredText(1), (EffectMode)row.Int32(2), row.Text(3), (EffectState)row.Int32(4), row.Text(5));

    private static StepOutput? Output(byte[]? inline, string? file) =>
        inline is null && file is null ? null : new StepOutput(inline, file is null ? null : OutputFile.Parse(file));

    private static RunError? Error(string? json) => json is null ? null : RunError.FromJson(json);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? Time(value) : null;
}
