using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Synapse.Actions.Exporting.Report;

/// <summary>Writes values of JSON one after another into a file, with something between.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;

    /// <param name="file">Where to; disposed with this.</param>
    public JsonLines(Stream file)
    {
        _file = file;
        _json = new(_line, Options);
    }

    public int Count { get; private set; }

    public void Add(Action<Utf8JsonWriter> write)
    {
        Count++;
        _line.ResetWrittenCount();
        _json.Reset();
        write(_json);
        _json.Flush();
        _file.Write(_line.WrittenSpan);
        _file.WriteByte((byte)'\n');
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
