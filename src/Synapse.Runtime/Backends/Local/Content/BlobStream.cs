using System.Security.Cryptography;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>
/// Reads a blob and compares it with its SHA-256 on the way: the read that reaches the end throws when it differs. Whoever
/// goes elsewhere than forward has it compared as a whole first.
/// </summary>
/// <param name="file">The blob; it is closed with the stream.</param>
/// <param name="sha256">Lower-case hexadecimal.</param>
/// <param name="damaged">What to throw, with what was found.</param>
internal sealed class BlobStream(FileStream file, string sha256, Func<string, Exception> damaged) : Stream
{
    private IncrementalHash? _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanRead => file.CanRead;

    public override bool CanSeek => file.CanSeek;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        Compare(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(buffer, cancellationToken);
        Compare(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => file.Position,
            _ => file.Length,
        };
        if (target != file.Position && _hash is not null)
        {
            CompareRest();
        }

        return file.Seek(target, SeekOrigin.Begin);
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash?.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CompareRest()
    {
        var buffer = new byte[64 * 1024];
        while (_hash is not null && file.Read(buffer) is var read)
        {
            Compare(buffer.AsSpan(0, read));
        }
    }

    private void Compare(ReadOnlySpan<byte> read)
    {
        if (_hash is not { } hash)
        {
            return;
        }

        hash.AppendData(read);
        if (file.Position < file.Length)
        {
            return;
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (found != sha256)
        {
            throw damaged($"the blob has SHA-256 {found} instead of {sha256}");
        }

        hash.Dispose();
        _hash = null;
    }
}
