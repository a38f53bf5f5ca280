using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Proof;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Layout and settings of the backend's index.</summary>
internal static class IndexSchema
{
    /// <summary>"SYNB": what <c>file</c> and a reader recognise an index by.</summary>
    public const int ApplicationId = 0x53594E42;

    private const int BusyMilliseconds = 10_000;

    // Each version's changes to the one before; an older index is brought up to date when it is opened for writing.
    // A key is unique among what is there: what was deleted may be created again under it.
    internal static readonly string[] Versions =
    [
        """
        CREATE TABLE content(
          id INTEGER PRIMARY KEY, segment INTEGER, offset INTEGER NOT NULL, size INTEGER NOT NULL, sha256 BLOB NOT NULL);
        CREATE INDEX content_place ON content(segment, offset) WHERE segment IS NOT NULL;
        CREATE TABLE data_file(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, content INTEGER NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX data_file_origin ON data_file(origin) WHERE deleted = 0;
        CREATE TABLE data_unit_call(id INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE, first INTEGER NOT NULL, count INTEGER NOT NULL);
        CREATE TABLE data_unit(id INTEGER PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE data_unit_file(
          unit INTEGER NOT NULL, part TEXT NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (unit, part)) WITHOUT ROWID;
        CREATE TABLE dataset(id INTEGER PRIMARY KEY, name TEXT NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX dataset_origin ON dataset(origin) WHERE deleted = 0;
        CREATE TABLE dataset_item(
          dataset INTEGER NOT NULL, unit INTEGER NOT NULL, split TEXT NOT NULL, label TEXT, PRIMARY KEY (dataset, unit)) WITHOUT ROWID;
        CREATE TABLE model(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, content INTEGER NOT NULL, metrics TEXT NOT NULL, origin TEXT NOT NULL,
          deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX model_origin ON model(origin) WHERE deleted = 0;
        """,
        """
        CREATE TABLE storage(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX storage_origin ON storage(origin) WHERE deleted = 0;
        CREATE TABLE data_collection(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, files TEXT NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX data_collection_origin ON data_collection(origin) WHERE deleted = 0;
        ALTER TABLE data_unit ADD COLUMN collection INTEGER;
        ALTER TABLE data_unit ADD COLUMN meta TEXT;
        ALTER TABLE data_unit ADD COLUMN groups TEXT;
        CREATE INDEX data_unit_collection ON data_unit(collection) WHERE collection IS NOT NULL;
        """,
        """
        CREATE TABLE call(
          kind TEXT NOT NULL, origin TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, origin)) WITHOUT ROWID;
        INSERT INTO call(kind, origin, first, count) SELECT 'data_unit', origin, first, count FROM data_unit_call;
        DROP TABLE data_unit_call;
        CREATE TABLE annotation(id INTEGER PRIMARY KEY, data NOT NULL);
        CREATE TABLE project(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, collection INTEGER NOT NULL, configuration TEXT, origin TEXT NOT NULL,
          deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX project_origin ON project(origin) WHERE deleted = 0;
        CREATE TABLE task(
          id INTEGER PRIMARY KEY, project INTEGER NOT NULL, unit INTEGER NOT NULL, label_status INTEGER NOT NULL DEFAULT 0,
          review_status INTEGER NOT NULL DEFAULT 0, data INTEGER, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX task_project ON task(project) WHERE deleted = 0;
        CREATE TABLE assignment(
          id INTEGER PRIMARY KEY, task INTEGER NOT NULL, project INTEGER NOT NULL, unit INTEGER NOT NULL, assignee TEXT,
          label_status INTEGER NOT NULL DEFAULT 0, review_status INTEGER NOT NULL DEFAULT 0, data INTEGER,
          deleted INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX assignment_task ON assignment(task) WHERE deleted = 0;
        CREATE INDEX assignment_project ON assignment(project) WHERE deleted = 0;
        CREATE INDEX assignment_assignee ON assignment(assignee) WHERE deleted = 0;
        ALTER TABLE dataset_item RENAME TO dataset_item_without_id;
        CREATE TABLE dataset_item(
          id INTEGER PRIMARY KEY, dataset INTEGER NOT NULL, unit INTEGER NOT NULL, split TEXT NOT NULL, label TEXT, data INTEGER, task INTEGER);
        INSERT INTO dataset_item(dataset, unit, split, label)
          SELECT dataset, unit, split, label FROM dataset_item_without_id ORDER BY dataset, unit;
        DROP TABLE dataset_item_without_id;
        CREATE UNIQUE INDEX dataset_item_unit ON dataset_item(dataset, unit);
        CREATE INDEX dataset_item_dataset ON dataset_item(dataset);
        CREATE TABLE dataset_version(
          id INTEGER PRIMARY KEY, dataset INTEGER NOT NULL, number INTEGER NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX dataset_version_origin ON dataset_version(origin) WHERE deleted = 0;
        CREATE INDEX dataset_version_dataset ON dataset_version(dataset);
        CREATE TABLE dataset_version_item(
          version INTEGER NOT NULL, item INTEGER NOT NULL, unit INTEGER NOT NULL, split TEXT NOT NULL, label TEXT, data INTEGER, task INTEGER,
          PRIMARY KEY (version, item)) WITHOUT ROWID;
        CREATE TABLE serve_application(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, origin TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX serve_application_origin ON serve_application(origin) WHERE deleted = 0;
        """,
    ];

    public static int Version => Versions.Length;

    /// <summary>Opens for writing, with every commit durable before it returns, and makes the tables if there are none.</summary>
    public static SqliteDatabase OpenForWriting(string path)
    {
        var database = SqliteDatabase.Open(path, SqliteOpenMode.Create);
        try
        {
            database.Execute($"PRAGMA busy_timeout={BusyMilliseconds}; PRAGMA page_size=4096;");
            SwitchToLog(database);
            database.Execute(
                """
                PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA cache_size=-16384;
                PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;
                """);
            if (ProofSwitch.IsOn)
            {
                Weakness.Loosen(database);
            }

            Verify(database);
            if (database.UserVersion < Version)
            {
                BringUpToDate(database);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Beside a connection that writes: only that one may create what is missing.</summary>
    public static SqliteDatabase OpenForReading(string path)
    {
        var database = SqliteDatabase.Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            database.Execute(
                $"PRAGMA busy_timeout={BusyMilliseconds}; PRAGMA query_only=ON; PRAGMA cache_size=-16384; PRAGMA trusted_schema=OFF;");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The switch does not wait for a process that switches at the same time.</summary>
    private static void SwitchToLog(SqliteDatabase database)
    {
        const int Pause = 20;
        for (var waited = 0; ; waited += Pause)
        {
            try
            {
                database.Execute("PRAGMA journal_mode=WAL");
                return;
            }
            catch (SqliteException e) when (e.Fault == SqliteFault.Busy && waited < BusyMilliseconds)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private static void BringUpToDate(SqliteDatabase database)
    {
        database.Begin();
        // Another process may have been first.
        for (var version = database.UserVersion; version < Version; version++)
        {
            database.Execute(Versions[version]);
        }

        database.ApplicationId = ApplicationId;
        database.UserVersion = Version;
        database.Commit();
    }

    private static void Verify(SqliteDatabase database)
    {
        if (database.ApplicationId != ApplicationId && (database.ApplicationId != 0 || database.UserVersion != 0))
        {
            throw new BackendException($"{database.Path} is not the index of a backend. Move it away, or choose another state folder with --state.");
        }

        if (database.UserVersion > Version)
        {
            throw new BackendException(
                $"{database.Path} was written by a newer plugin (version {database.UserVersion}, this one reads up to {Version}). Use that one, or another state folder.");
        }
    }
}
