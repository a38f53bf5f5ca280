using System.Text.Encodings.Web;
using System.Text.Json;
using Synapse.Actions.Exporting.Naming;
using Synapse.Actions.Exporting.Saving;

namespace Synapse.Actions.Exporting.Report;

/// <summary>
/// Writes what became of each item: into the report, and of those that failed or were renamed also into the export, for whoever
/// gets no more than that.
/// </summary>
internal static class ItemReport
{
    public const string Exported = "exported";
    public const string Failed = "failed";

    /// <summary>How a line says that the item has another name than its file; nowhere else in a line can this stand.</summary>
    public const string RenamedFrom = ",\"renamed_from\":";

    // For people as well: letters stand there as they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(
        ExportContext run, ExportFolder folder, DurableList<ExportEntry> entries, DurableList<SavedItem> saved, FailedItems failed, CancellationToken ct)
    {
        using var report = new JsonLines(run.CreateDurableFile(ExportReport.FileName));
        using var renamed = new RenamedList(Path.Combine(folder.Path, "filename_collisions.json"));
        using var next = saved.GetEnumerator();
        var hasNext = next.MoveNext();
        foreach (var entry in entries)
        {
            ct.ThrowIfCancellationRequested();
            if (hasNext && next.Current.Id == entry.Item.Id)
            {
                AddSaved(report, entry, next.Current);
                if (IsRenamed(entry))
                {
                    renamed.Add(entry);
                }

                hasNext = next.MoveNext();
            }
            else if (failed.Find(entry.Item.Id) is { } item)
            {
                AddFailed(report, item);
            }
        }

        WriteErrors(Path.Combine(folder.Path, "error_file_list.json"), failed);
    }

    /// <summary>The report of an export that ended with its items.</summary>
    public static void WriteFailed(ExportContext run, FailedItems failed)
    {
        using var report = new JsonLines(File.Create(ExportReport.PathOf(run)));
        foreach (var item in failed.All)
        {
            AddFailed(report, item);
        }
    }

    private static void AddSaved(JsonLines report, ExportEntry entry, SavedItem saved) => report.Add(json =>
    {
        json.WriteStartObject();
        json.WriteString("outcome"u8, Exported);
        json.WriteNumber("id"u8, saved.Id);
        json.WriteString("name"u8, saved.Name);
        if (IsRenamed(entry))
        {
            json.WriteString("renamed_from"u8, entry.Item.PrimaryFile!.Name);
        }

        if (saved.Label is not null)
        {
            json.WriteString("label"u8, saved.Label);
        }

        if (saved.Original is not null)
        {
            json.WriteString("original"u8, saved.Original);
        }

        json.WriteEndObject();
    });

    private static void AddFailed(JsonLines report, FailedItem item) => report.Add(json =>
    {
        json.WriteStartObject();
        json.WriteString("outcome"u8, Failed);
        json.WriteNumber("id"u8, item.Id);
        json.WriteString("name"u8, item.Name);
        json.WriteString("cause"u8, item.Cause);
        json.WriteEndObject();
    });

    private static bool IsRenamed(ExportEntry entry) => UniqueNames.WantedFor(entry.Item) is { } wanted && wanted != entry.Name;

    // The names are those of the platform's own exports.
    private static void WriteErrors(string path, FailedItems failed)
    {
        File.Delete(path);
        if (failed.Count == 0)
        {
            return;
        }

        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, Readable);
        json.WriteStartObject();
        foreach (var (list, isOriginal) in new[] { ("json_file_name", false), ("origin_file_name", true) })
        {
            json.WriteStartArray(list);
            foreach (var item in failed.All.Where(item => item.IsOriginal == isOriginal))
            {
                json.WriteStartArray();
                json.WriteStringValue(item.Name);
                json.WriteStringValue(item.Cause);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
