// What any durable run must pay at least: open a database, create a table, commit one row to disk.
using SQLitePCL;

raw.SetProvider(new SQLite3Provider_e_sqlite3());
if (raw.sqlite3_open(args[0], out var database) != raw.SQLITE_OK)
{
    return 1;
}
foreach (var sql in (string[])["PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "BEGIN IMMEDIATE", "CREATE TABLE run(id INTEGER PRIMARY KEY, state TEXT)", "INSERT INTO run VALUES(1,'done')", "COMMIT"])
{
    if (raw.sqlite3_exec(database, sql) != raw.SQLITE_OK)
    {
        return 1;
    }
}
raw.sqlite3_close_v2(database);
return 0;
