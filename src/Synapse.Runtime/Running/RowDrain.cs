using System.Buffers;
using System.Text.Json;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Running;

/// <summary>Journals the rows that a step yields. They have no keys: a new attempt of the step starts them again.</summary>
internal sealed class RowDrain<T> : IDisposable
{
    private const int BatchRows = 8192;
    private const int BatchBytes = 1024 * 1024;
    private const int ToldRows = 512;

    private readonly StepEngine _engine;
    private readonly Codec<T> _codec;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private List<byte[]> _rows = [];
    private long _bytes;
    private long _written;

    public RowDrain(StepEngine engine, Codec<T> codec)
    {
        _engine = engine;
        _codec = codec;
        _json = new(_buffer, JsonText.Compact);
        Loop = Journal.OpenLoop(engine.Position, JournalPhase.Output, "");
        if (Loop.Done > 0)
        {
            Journal.Commit(new RowsDropped(Loop.Id));
        }
    }

    public LoopRow Loop { get; }

    private RunJournal Journal => _engine.Run.Journal;

    public void Add(T row)
    {
        _engine.ThrowIfFenced();
        _buffer.ResetWrittenCount();
        _json.Reset();
        _codec.Write(_json, row);
        _json.Flush();
        _rows.Add(_buffer.WrittenSpan.ToArray());
        _bytes += _buffer.WrittenCount;
        if (_rows.Count >= BatchRows || _bytes >= BatchBytes)
        {
            Journal.Commit(TakeRest()!);
        }

        if ((_written + _rows.Count) % ToldRows == 0)
        {
            _engine.ItemsFinished(_written + _rows.Count, null);
        }
    }

    public void Dispose() => _json.Dispose();

    /// <summary>What was not committed yet, or null.</summary>
    public JournalRecord? TakeRest()
    {
        if (_rows.Count == 0)
        {
            return null;
        }

        var record = new RowsAppended(Loop.Id, _engine.Attempt, _written, _rows);
        _written += _rows.Count;
        (_rows, _bytes) = ([], 0);
        return record;
    }
}
