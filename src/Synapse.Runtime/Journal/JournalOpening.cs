using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>The first transaction of a process on a run.</summary>
internal static class JournalOpening
{
    /// <summary>
    /// Everything that makes a run, in a transaction that is left open: the first commit of the run is what brings it into
    /// being. Returns the row of this process.
    /// </summary>
    public static long Create(SqliteDatabase database, RunStart start, ProcessIdentity process, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        database.Begin();
        JournalSchema.Sign(database);
        using (var run = database.Prepare(
            "INSERT INTO run(id, run_id, action, action_print, params, secrets, on_failure, parent, state, created_ms) "
            + "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)"))
        {
            run.Bind(1, start.Id.Text).Bind(2, start.Action).Bind(3, start.ActionPrint).BindBlob(4, start.Params)
                .Bind(5, start.Secrets).Bind(6, start.KeepOnFailure ? 1 : 0).Bind(7, start.Parent).Bind(8, now).Run();
        }

        using (var step = database.Prepare("INSERT INTO step(pos, name, print, weight) VALUES (?1, ?2, ?3, ?4)"))
        {
            for (var position = 0; position < start.Steps.Count; position++)
            {
                var planned = start.Steps[position];
                step.Bind(1, position).Bind(2, planned.Name).Bind(3, planned.Print).Bind(4, planned.Weight).Run();
            }
        }

        start.Taken?.CopyRows(database);
        start.Wanted?.Write(database);
        return AddProcess(database, process, now);
    }

    /// <summary>Notes what the process before left open, and whether it crashed.</summary>
    public static (long Process, bool Crashed) Continue(SqliteDatabase database, ProcessIdentity process, TimeProvider clock)
    {
        var crashed = database.QueryInt64("SELECT ended IS NULL FROM proc ORDER BY id DESC LIMIT 1") != 0;
        if (crashed)
        {
            Check(database);
        }

        JournalMigration.KeepCopy(database);
        database.Begin();
        JournalMigration.Apply(database);
        if (crashed)
        {
            database.Execute("UPDATE run SET crashes=crashes+1");
            database.Execute($"UPDATE attempt SET outcome={(int)AttemptOutcome.Crashed} WHERE outcome IS NULL");
        }

        var id = AddProcess(database, process, clock.GetUtcNow().ToUnixTimeMilliseconds());
        database.Commit();
        return (id, crashed);
    }

    // Damage found later would be found in the middle of a step. The file is left as it is.
    private static void Check(SqliteDatabase database)
    {
        if (database.QueryText("PRAGMA quick_check(1)") is { } found and not "ok")
        {
            throw new StateException($"{database.Path} is damaged and was left as it is: {found}. Rebuild it with 'runs salvage', restore it from a copy, or start a new run.");
        }
    }

    private static long AddProcess(SqliteDatabase database, ProcessIdentity process, long now)
    {
        using var insert = database.Prepare(
            "INSERT INTO proc(pid, boot, host, plugin_version, binary_sha, args, started_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.Bind(1, process.Pid).Bind(2, process.Boot).Bind(3, process.Host).Bind(4, process.PluginVersion)
            .Bind(5, process.Binary).Bind(6, process.Arguments).Bind(7, now).Run();
        return database.LastInsertRowId;
    }
}
