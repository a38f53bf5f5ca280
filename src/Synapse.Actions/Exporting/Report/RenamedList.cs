using System.Text.Encodings.Web;
using System.Text.Json;

namespace Synapse.Actions.Exporting.Report;

/// <summary>Lists items with other names than their files, as the platform's own exports do; made with the first of them.</summary>
internal sealed class RenamedList : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly string _path;
    private FileStream? _file;
    private Utf8JsonWriter? _json;

    public RenamedList(string path) => File.Delete(_path = path);

    public void Add(ExportEntry entry)
    {
        if (_json is null)
        {
            _file = File.Create(_path);
            _json = new(_file, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            _json.WriteStartArray();
        }

        _json.WriteStartObject();
        _json.WriteNumber("item_id"u8, entry.Item.Id);
        _json.WriteString("original_name"u8, entry.Item.PrimaryFile!.Name);
        _json.WriteString("output_stem"u8, entry.Name);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushBytes)
        {
            _json.Flush();
        }
    }

    public void Dispose()
    {
        _json?.WriteEndArray();
        _json?.Dispose();
        _file?.Dispose();
    }
}
