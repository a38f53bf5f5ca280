using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>
/// Rows of annotations, apart from what they are of, so that a list reads small rows. A row never changes: whoever gets
/// other annotations gets another row, and versions of a dataset share those of its items.
/// </summary>
internal static class AnnotationTable
{
    public static long? Insert(SqliteDatabase database, StoredAnnotation? annotation)
    {
        if (annotation is null)
        {
            return null;
        }

        var row = database.Cached("INSERT INTO annotation(data) VALUES (?1)");
        _ = annotation.IsDeflated ? row.BindBlob(1, annotation.Bytes) : row.BindText(1, annotation.Bytes);
        row.Run();
        return database.LastInsertRowId;
    }

    public static JsonElement Read(SqliteDatabase database, long id, out int size)
    {
        size = 0;
        var row = database.Cached("SELECT data, typeof(data) = 'blob' FROM annotation WHERE id = ?1").Bind(1, id);
        try
        {
            return row.Step()
                ? StoredAnnotation.Read(row.BlobSpan(0), row.Int64(1) != 0, out size)
                : throw new BackendException($"{database.Path} is damaged: annotations are missing (row {id}). Put back a copy.");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new BackendException($"{database.Path} is damaged: annotations cannot be read (row {id}: {e.Message}). Put back a copy.", e);
        }
        finally
        {
            row.Reset();
        }
    }

    public static bool IsSame(SqliteDatabase database, long? id, StoredAnnotation annotation)
    {
        var row = database.Cached("SELECT data FROM annotation WHERE id = ?1").Bind(1, id);
        var same = row.Step() && row.BlobSpan(0).SequenceEqual(annotation.Bytes);
        row.Reset();
        return same;
    }

    /// <summary>Nothing to delete is no error.</summary>
    public static void Delete(SqliteDatabase database, long? id) =>
        database.Cached("DELETE FROM annotation WHERE id = ?1").Bind(1, id).Run();
}
