using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Compaction;

/// <summary>Which stored content a file or model refers to, and where it goes. For one process alone.</summary>
internal sealed class LiveContent
{
    /// <summary>No segment has this number: content of what was deleted is said to lie there once its record is gone.</summary>
    private const int Nowhere = 0;

    private readonly SqliteDatabase _database;

    public LiveContent(SqliteDatabase database)
    {
        _database = database;
        database.Execute(
            """
            CREATE TEMP TABLE live(content INTEGER PRIMARY KEY);
            INSERT INTO live SELECT content FROM data_file WHERE deleted = 0;
            INSERT OR IGNORE INTO live SELECT content FROM model WHERE deleted = 0;
            CREATE TEMP TABLE live_blob(sha256 BLOB PRIMARY KEY) WITHOUT ROWID;
            INSERT OR IGNORE INTO live_blob SELECT c.sha256 FROM live l JOIN content c ON c.id = l.content WHERE c.segment IS NULL;
            """);
    }

    /// <summary>The row of what lies at a place and is referred to.</summary>
    public long? At(int segment, long offset, ReadOnlySpan<byte> sha256)
    {
        var row = _database.Cached("SELECT c.id FROM content c JOIN live l ON l.content = c.id WHERE c.segment = ?1 AND c.offset = ?2 AND c.sha256 = ?3");
        row.Bind(1, segment).Bind(2, offset).BindBlob(3, sha256);
        long? id = row.Step() ? row.Int64(0) : null;
        row.Reset();
        return id;
    }

    public long CountIn(int segment)
    {
        var row = _database.Cached("SELECT count(*) FROM content c JOIN live l ON l.content = c.id WHERE c.segment = ?1").Bind(1, segment);
        row.Step();
        var count = row.Int64(0);
        row.Reset();
        return count;
    }

    public bool HasBlob(string sha256)
    {
        var row = _database.Cached("SELECT 1 FROM live_blob WHERE sha256 = ?1").BindBlob(1, Convert.FromHexString(sha256));
        var found = row.Step();
        row.Reset();
        return found;
    }

    /// <summary>Whether a name still stands for its content.</summary>
    public bool IsUsed(ContentName name, in ContentRow content) => content.Segment is { } segment
        ? At(segment, content.Offset, Convert.FromHexString(content.Sha256)) is not null
        : IsNamed(name, content.Sha256);

    /// <summary>Whether a name still stands for a blob.</summary>
    public bool IsNamed(ContentName name, string sha256) => name.Metrics is null
        ? DataFileTable.FindByKey(_database, name.Key)?.Checksum == sha256
        : ModelTable.FindByKey(_database, name.Key)?.Checksum == sha256;

    /// <summary>The rows of contents that were copied; durable when it returns.</summary>
    public void Move(IReadOnlyList<(long Id, int Segment, long Offset)> places)
    {
        _database.Begin();
        foreach (var (id, segment, offset) in places)
        {
            _database.Cached("UPDATE content SET segment = ?2, offset = ?3 WHERE id = ?1").Bind(1, id).Bind(2, segment).Bind(3, offset).Run();
        }

        _database.Commit();
    }

    /// <summary>Before a segment goes: its number may be that of another one later.</summary>
    public void Forget(int segment)
    {
        _database.Begin();
        _database.Cached("UPDATE content SET segment = ?2, offset = 0 WHERE segment = ?1").Bind(1, segment).Bind(2, Nowhere).Run();
        _database.Commit();
    }

    public long EndOf(int segment) => ContentTable.EndOf(_database, segment);
}
