using System.Buffers;
using System.Text.Json;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>
/// What happens in a run, as lines of <c>events.jsonl</c>; messages also go to <c>log.jsonl</c>. The file is the queue:
/// each sink follows it at its own pace.
/// </summary>
internal sealed class EventLog : IDisposable
{
    private const int Version = 1;

    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly EventFile _events;
    private readonly string _logPath;
    private readonly (EventLimits Events, EventLimits Log) _limits;
    private readonly TimeProvider _clock;
    private readonly string _run;
    private readonly List<SinkPump> _pumps = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private EventFile? _log;
    private long _sequence;
    private bool _closed;

    public EventLog(RunFolder folder, IReadOnlyList<IEventSink> sinks, TimeProvider clock)
        : this(folder, sinks, clock, (EventLimits.Events, EventLimits.Log))
    {
    }

    public EventLog(RunFolder folder, IReadOnlyList<IEventSink> sinks, TimeProvider clock, (EventLimits Events, EventLimits Log) limits)
    {
        _run = folder.Id.Text;
        _clock = clock;
        _sequence = EventReader.Last(folder.Events)?.Sequence ?? 0;
        _limits = limits;
        _events = Open(folder.Events, limits.Events);
        _logPath = folder.Log;
        _json = new Utf8JsonWriter(_buffer, JsonText.Compact);
        foreach (var sink in sinks)
        {
            _pumps.Add(new SinkPump(sink, _events));
        }
    }

    public void Write(string type, EventPlace place, Action<Utf8JsonWriter>? data = null, string? level = null)
    {
        Enqueue(type, place, data, level);
        Flush();
    }

    /// <summary>Gives an event its place in the order; it is written with the next one that is, or by <see cref="Flush"/>.</summary>
    public void Enqueue(string type, EventPlace place, Action<Utf8JsonWriter>? data = null, string? level = null)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _buffer.ResetWrittenCount();
            _json.Reset();
            _json.WriteStartObject();
            _json.WriteNumber("v"u8, Version);
            _json.WriteNumber("seq"u8, ++_sequence);
            _json.WriteString("ts"u8, _clock.GetUtcNow());
            _json.WriteString("run"u8, _run);
            _json.WriteNumber("proc"u8, Environment.ProcessId);
            _json.WriteString("type"u8, type);
            WriteOptional("level"u8, level);
            WriteOptional("step"u8, place.Step);
            if (place.Attempt is { } attempt)
            {
                _json.WriteNumber("attempt"u8, attempt);
            }

            WriteOptional("item"u8, place.Item);
            if (data is not null)
            {
                _json.WriteStartObject("data"u8);
                data(_json);
                _json.WriteEndObject();
            }

            _json.WriteEndObject();
            _json.Flush();
            _events.Enqueue(_buffer.WrittenSpan);
            if (level is not null)
            {
                (_log ??= TryOpenLog())?.Enqueue(_buffer.WrittenSpan);
            }
        }

    }

    public void Flush()
    {
        _events.Flush();
        Volatile.Read(ref _log)?.Flush();
        foreach (var pump in _pumps)
        {
            pump.Signal();
        }
    }

    /// <summary>Gives sinks a while to catch up; what they still miss stays in the file.</summary>
    public void Dispose()
    {
        var deadline = Environment.TickCount64 + (long)DrainTime.TotalMilliseconds;
        foreach (var pump in _pumps)
        {
            pump.Finish(Math.Max(0, deadline - Environment.TickCount64));
        }

        lock (_gate)
        {
            _closed = true;
            _json.Dispose();
        }

        _events.Dispose();
        _log?.Dispose();
    }

    // As with lines, a disk that does not take the file costs what would stand in it, never the run.
    private EventFile? TryOpenLog()
    {
        try
        {
            return Open(_logPath, _limits.Log);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private EventFile Open(string path, EventLimits limits) => new(path, limits)
    {
        Shortened = () => Enqueue(EventTypes.Message, default, json => WriteShortened(json, path, limits), MessageLevel.Warning.ToText()),
    };

    private static void WriteShortened(Utf8JsonWriter json, string path, EventLimits limits)
    {
        var (file, limit) = (Path.GetFileName(path), Amount.Bytes(limits.TotalBytes));
        json.WriteString("template", "{File} reached {Limit}: from here on its oldest lines are deleted");
        json.WriteString("text", $"{file} reached {limit}: from here on its oldest lines are deleted");
        json.WriteStartObject("args");
        json.WriteString("File", file);
        json.WriteString("Limit", limit);
        json.WriteEndObject();
    }

    private void WriteOptional(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }
}

/// <summary>Where in a run something happened.</summary>
internal readonly record struct EventPlace(string? Step = null, int? Attempt = null, string? Item = null);
