using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Processes;

/// <summary>Takes the lines of both outputs, one at a time: into the run's log, to the author, and the last ones into the result.</summary>
internal sealed class OutputLog(EventLog events, EventPlace place, ProcessOptions options, string program, int pid, Action refused)
{
    private readonly Lock _gate = new();
    private readonly string _level = options.LogLevel.ToText();
    private int _busy;
    private long _received;

    public OutputTail Output { get; } = new();

    public OutputTail Error { get; } = new();

    /// <summary>What an author's callback threw; from then on lines are only logged.</summary>
    public Exception? Refusal { get; private set; }

    /// <summary>Bytes taken so far; null while some are still being handled.</summary>
    public long? Settled => Volatile.Read(ref _busy) == 0 ? Interlocked.Read(ref _received) : null;

    public Task CopyOutputAsync(Stream stream, CancellationToken abandon) => CopyAsync(stream, "stdout", Output, options.OnOutputLine, abandon);

    public Task CopyErrorAsync(Stream stream, CancellationToken abandon) => CopyAsync(stream, "stderr", Error, options.OnErrorLine, abandon);

    private async Task CopyAsync(Stream stream, string name, OutputTail tail, Action<string>? tell, CancellationToken abandon)
    {
        var lines = new LineSplitter(TimeProvider.System, (text, cut) => Take(name, text, cut, tail, tell));
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await ReadAsync(stream, buffer, abandon)) > 0)
        {
            Interlocked.Increment(ref _busy);
            Interlocked.Add(ref _received, read);
            lines.Push(buffer.AsSpan(0, read));
            events.Flush();
            Interlocked.Decrement(ref _busy);
        }

        lines.Complete();
        events.Flush();
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken abandon)
    {
        try
        {
            return await stream.ReadAsync(buffer, abandon);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private void Take(string stream, string text, bool cut, OutputTail tail, Action<string>? tell)
    {
        lock (_gate)
        {
            tail.Add(text, cut);
            events.Enqueue(
                EventTypes.ProcessOutput,
                place,
                json =>
                {
                    json.WriteString("text", text);
                    json.WriteString("stream", stream);
                    json.WriteString("program", program);
                    json.WriteNumber("pid", pid);
                },
                _level);
            if (tell is null || Refusal is not null)
            {
                return;
            }

            try
            {
                tell(text);
            }
            catch (Exception e)
            {
                Refusal = e;
                refused();
            }
        }
    }
}
