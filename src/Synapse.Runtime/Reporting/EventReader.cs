using System.Text.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>Reads events forward, over all files of an event file. Lines that are torn or not ours are passed over.</summary>
internal sealed class EventReader : IDisposable
{
    private const int TailBytes = 256 * 1024;

    private readonly string _path;
    private LineReader? _lines;
    private long _segment;

    /// <summary>Starts at the oldest event that is still there.</summary>
    public EventReader(string path)
        : this(path, new EventPosition(EventSegments.Full(path) is [var oldest, ..] ? oldest : 1, 0))
    {
    }

    public EventReader(string path, EventPosition from)
    {
        _path = path;
        _segment = from.Segment;
        Open(from.Offset);
    }

    /// <summary>Events on whole lines up to a position that their writer knows.</summary>
    public IEnumerable<RunEvent> ReadTo(EventPosition end)
    {
        do
        {
            foreach (var happened in Lines(_segment < end.Segment ? long.MaxValue : end.Offset))
            {
                yield return happened;
            }
        }
        while (_segment < end.Segment && Next());
    }

    /// <summary>Events on whole lines up to the end, wherever that is by now.</summary>
    public IEnumerable<RunEvent> ReadAll()
    {
        do
        {
            foreach (var happened in Lines(long.MaxValue))
            {
                yield return happened;
            }
        }
        while (Next());
    }

    public void Dispose() => _lines?.Dispose();

    /// <summary>The last event of all, or null.</summary>
    public static RunEvent? Last(string path)
    {
        if (!EventSegments.Exist(path))
        {
            return null;
        }

        var full = EventSegments.Full(path);
        return (File.Exists(path) ? LastIn(path) : null) ?? (full.Count > 0 ? LastIn(EventSegments.PathOf(path, full[^1])) : null);
    }

    private static RunEvent? LastIn(string file)
    {
        using var lines = new LineReader(file, Math.Max(0, new FileInfo(file).Length - TailBytes));
        RunEvent? last = null;
        foreach (var line in lines.ReadTo(long.MaxValue))
        {
            last = Parse(line) ?? last;
        }

        return last;
    }

    private IEnumerable<RunEvent> Lines(long end)
    {
        foreach (var line in _lines?.ReadTo(end) ?? [])
        {
            if (Parse(line) is { } happened)
            {
                yield return happened;
            }
        }
    }

    /// <summary>
    /// Goes on with the next file, if the one that was read to its end got its number: then nobody writes to it any more.
    /// What was written between the read and the rename is read first.
    /// </summary>
    private bool Next()
    {
        if (_lines is { IsFull: false } current)
        {
            current.IsFull = EventSegments.FirstFrom(_path, _segment) > 0;
            return current.IsFull;
        }

        if (_lines is not null)
        {
            _lines.Dispose();
            _segment++;
        }

        return Open(0);
    }

    private bool Open(long offset)
    {
        _lines = null;
        while (true)
        {
            var next = EventSegments.FirstFrom(_path, _segment);
            try
            {
                if (next > 0)
                {
                    _lines = new LineReader(EventSegments.PathOf(_path, next), next == _segment ? offset : 0) { IsFull = true };
                    _segment = next;
                    return true;
                }

                _lines = new LineReader(_path, offset);
            }
            catch (FileNotFoundException) when (next > 0 || EventSegments.FirstFrom(_path, _segment) > 0)
            {
                // Deleted or renamed between the look and the opening.
                continue;
            }
            catch (FileNotFoundException)
            {
                return false;
            }

            if (EventSegments.FirstFrom(_path, _segment) == 0)
            {
                return true;
            }

            // Renamed meanwhile: what was opened may be this file or the one after it.
            _lines.Dispose();
        }
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
