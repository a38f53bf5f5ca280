using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Reporting;

/// <summary>Reads an event file forward from an offset. Lines that are torn or not ours are passed over.</summary>
internal sealed class EventReader : IDisposable
{
    private const int ChunkBytes = 64 * 1024;
    private const int TailBytes = 256 * 1024;

    private readonly SafeFileHandle _handle;
    private byte[] _buffer = new byte[ChunkBytes];
    private int _filled;
    private long _offset;

    public EventReader(string path, long offset = 0)
    {
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _offset = offset;
    }

    /// <summary>Events on whole lines up to a length of the file; for a file nobody writes, its own.</summary>
    public IEnumerable<RunEvent> ReadTo(long length)
    {
        while (_offset < length)
        {
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var wanted = (int)Math.Min(length - _offset, _buffer.Length - _filled);
            var read = RandomAccess.Read(_handle, _buffer.AsSpan(_filled, wanted), _offset);
            if (read == 0)
            {
                yield break;
            }

            _offset += read;
            _filled += read;
            var start = 0;
            while (_buffer.AsSpan(start, _filled - start).IndexOf((byte)'\n') is var end and >= 0)
            {
                if (Parse(_buffer.AsSpan(start, end).ToArray()) is { } happened)
                {
                    yield return happened;
                }

                start += end + 1;
            }

            _buffer.AsSpan(start, _filled - start).CopyTo(_buffer);
            _filled -= start;
        }
    }

    public IEnumerable<RunEvent> ReadAll() => ReadTo(RandomAccess.GetLength(_handle));

    public void Dispose() => _handle.Dispose();

    /// <summary>Where the numbering of a file's events stands, 0 for a new one.</summary>
    public static long LastSequence(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var reader = new EventReader(path);
        reader._offset = Math.Max(0, RandomAccess.GetLength(reader._handle) - TailBytes);
        long last = 0;
        foreach (var happened in reader.ReadAll())
        {
            last = happened.Sequence;
        }

        return last;
    }

    private static RunEvent? Parse(byte[] line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new RunEvent(
                line,
                root.GetProperty("seq"u8).GetInt64(),
                root.GetProperty("ts"u8).GetDateTimeOffset(),
                root.GetProperty("run"u8).GetString() ?? "",
                root.GetProperty("type"u8).GetString() ?? "",
                Text(root, "level"),
                Text(root, "step"),
                root.TryGetProperty("attempt"u8, out var attempt) ? attempt.GetInt32() : null,
                Text(root, "item"),
                root.TryGetProperty("data"u8, out var data) ? data.Clone() : default);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
