namespace Synapse.Runtime.Hosting.Terminal;

/// <summary>Drops output from the first failed write on: a reader that went away or a full disk must not end a run.</summary>
internal sealed class SinkStream(Stream target) : Stream
{
    public IOException? Fault { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Guard(static (stream, bytes) => stream.Write(bytes), buffer);

    public override void Flush() => Guard(static (stream, _) => stream.Flush(), default);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Guard(Action<Stream, ReadOnlySpan<byte>> write, ReadOnlySpan<byte> bytes)
    {
        if (Fault is not null)
        {
            return;
        }
        try
        {
            write(target, bytes);
        }
        catch (IOException e)
        {
            Fault = e;
        }
        catch (UnauthorizedAccessException e)
        {
            // How .NET reports a descriptor that was closed before the process started.
            Fault = new IOException(e.InnerException?.Message ?? e.Message, e);
        }
    }
}
