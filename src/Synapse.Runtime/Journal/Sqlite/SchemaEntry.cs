namespace Synapse.Runtime.Journal.Sqlite;

/// <summary>A table, or the index that a UNIQUE of it implies: that one has no statement of its own.</summary>
internal readonly record struct SchemaEntry(string Name, string Table, string? Sql, bool HasRowIds)
{
    public static SchemaEntry RowTable(string name, string columns) => new(name, name, $"CREATE TABLE {name}({columns})", HasRowIds: true);

    public static SchemaEntry KeyedTable(string name, string columns) =>
        new(name, name, $"CREATE TABLE {name}({columns}) WITHOUT ROWID", HasRowIds: false);

    public static SchemaEntry UniqueIndex(string table) => new($"sqlite_autoindex_{table}_1", table, Sql: null, HasRowIds: false);
}
