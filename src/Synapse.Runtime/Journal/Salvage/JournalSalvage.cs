using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal.Salvage;

/// <summary>Rebuilds a damaged journal from the rows that can be read. The caller holds the run's lock.</summary>
internal static class JournalSalvage
{
    /// <summary>What was read and what is missing, or null when the journal is whole.</summary>
    /// <exception cref="StateException">Too little can be read for a run. The journal is left as it is.</exception>
    public static SalvageReport? Run(RunFolder run)
    {
        var files = new SalvageFiles(run);
        if (IsWhole(run.Database))
        {
            // A salvage before this one was killed after it was done.
            return files.KeepAside() is { } kept ? new SalvageReport(kept, [], Loss(run)) : null;
        }

        files.SetAside();
        SalvageReport report;
        try
        {
            report = Rebuild(files);
        }
        catch
        {
            files.DeleteRebuilt();
            throw;
        }

        files.PutInPlace();
        return report with { Damaged = files.KeepAside()! };
    }

    private static IReadOnlyList<string> Loss(RunFolder run) =>
        JournalReader.Look(run, JournalReader.ReadRun).Error is { Type: SalvageRepair.ErrorType } error ? [error.Message] : [];

    private static bool IsWhole(string path)
    {
        try
        {
            using var database = JournalSchema.OpenForReading(path);
            JournalSchema.Verify(database);
            return database.QueryText("PRAGMA quick_check(1)") == "ok" && database.QueryInt64("SELECT count(*) FROM run") == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static SalvageReport Rebuild(SalvageFiles files)
    {
        files.DeleteRebuilt();
        using var target = JournalSchema.Create(files.Rebuilt);
        target.Begin();
        JournalSchema.Sign(target);
        var tables = CopyAll(files, target);
        if (target.QueryInt64("SELECT count(*) FROM run") == 0)
        {
            throw Hopeless(files, "the run's own row");
        }

        if (target.QueryInt64("SELECT count(*) = 0 OR max(pos) + 1 <> count(*) FROM step") != 0)
        {
            throw Hopeless(files, "the list of its steps");
        }

        var lost = new SalvageRepair(target).Run(tables);
        target.Commit();
        target.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        target.Execute("PRAGMA journal_mode=DELETE");
        return new SalvageReport("", tables, lost);
    }

    private static List<SalvagedTable> CopyAll(SalvageFiles files, SqliteDatabase target)
    {
        var tables = new List<SalvagedTable>();
        try
        {
            using var source = JournalSchema.OpenForReading(files.Aside);
            foreach (var table in SalvageTable.All.Select(table => table.In(source)).OfType<SalvageTable>())
            {
                var copy = new TableCopy(source, target, table);
                copy.Run();
                tables.Add(new SalvagedTable(table.Name, copy.Copied, copy.HasGaps));
            }

            tables.Add(CopyPins(source, target));
        }
        catch (SqliteException e)
        {
            throw Hopeless(files, "anything", e);
        }

        return tables;
    }

    // Few, and ordered by text.
    private static SalvagedTable CopyPins(SqliteDatabase source, SqliteDatabase target)
    {
        var copied = 0L;
        try
        {
            using var pins = source.Prepare("SELECT kind, id, version FROM pin");
            using var insert = target.Prepare("INSERT OR IGNORE INTO pin(kind, id, version) VALUES (?1, ?2, ?3)");
            while (pins.Step())
            {
                insert.Bind(1, pins.Text(0)).Bind(2, pins.Text(1)).Bind(3, pins.Text(2)).Run();
                copied++;
            }

            return new SalvagedTable("pin", copied, HasGaps: false);
        }
        catch (SqliteException e) when (e.Fault is SqliteFault.Corrupt or SqliteFault.Io)
        {
            return new SalvagedTable("pin", copied, HasGaps: true);
        }
    }

    private static StateException Hopeless(SalvageFiles files, string what, Exception? cause = null) => new(
        $"The journal is damaged so far that {what} cannot be read; it is left as it is, with a copy in {files.Aside}. Restore it from an export or another copy, or start a new run.",
        cause);
}
