using System.Buffers;
using System.Text.Json;

namespace Synapse.Actions.Uploading.Report;

/// <summary>
/// What one step says of files: a line of JSON for each. A step that runs again writes its part anew, so no file is
/// in the report twice.
/// </summary>
internal sealed class ReportPart : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;

    private ReportPart(Stream file)
    {
        _file = file;
        _json = new(_line, Options);
    }

    public int Count { get; private set; }

    /// <summary>The first reasons, to be named where all files are lost.</summary>
    public List<string> Reasons { get; } = [];

    public static ReportPart Create(UploadContext run, string name) => new(run.CreateDurableFile(UploadReport.NameOf(name)));

    public void Drop(string path, string specification, string reason) => Add(FileOutcome.Dropped, path, specification, reason, null);

    /// <param name="outcome">What became of the file; first in the line, so that it can be counted without reading the rest.</param>
    /// <param name="path">The file on this machine.</param>
    /// <param name="specification">Its file specification.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="unit">The data unit it is part of, or null.</param>
    public void Add(FileOutcome outcome, string path, string specification, string? reason, long? unit)
    {
        Count++;
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("outcome"u8, FileOutcomes.Text(outcome));
        _json.WriteString("file"u8, path);
        _json.WriteString("specification"u8, specification);
        if (reason is not null)
        {
            _json.WriteString("reason"u8, reason);
            if (Reasons.Count < 3)
            {
                Reasons.Add($"{path}: {reason}");
            }
        }

        if (unit is { } id)
        {
            _json.WriteNumber("data_unit"u8, id);
        }

        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        _file.Write(_line.WrittenSpan);
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
