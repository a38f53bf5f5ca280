using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Reporting;

/// <summary>Whole lines of one file, from an offset on. The file may grow, and may be renamed, while it is read.</summary>
internal sealed class LineReader : IDisposable
{
    private const int ChunkBytes = 64 * 1024;

    private readonly SafeFileHandle _handle;
    private byte[] _buffer = new byte[ChunkBytes];
    private int _filled;
    private long _offset;

    public LineReader(string path, long offset)
    {
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _offset = offset;
    }

    /// <summary>Whether nobody writes to the file any more.</summary>
    public bool IsFull { get; set; }

    /// <summary>Lines that end before an offset, or before the end of the file as it is now.</summary>
    public IEnumerable<byte[]> ReadTo(long end)
    {
        end = Math.Min(end, RandomAccess.GetLength(_handle));
        while (_offset < end)
        {
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var wanted = (int)Math.Min(end - _offset, _buffer.Length - _filled);
            var read = RandomAccess.Read(_handle, _buffer.AsSpan(_filled, wanted), _offset);
            if (read == 0)
            {
                yield break;
            }

            _offset += read;
            _filled += read;
            var start = 0;
            while (_buffer.AsSpan(start, _filled - start).IndexOf((byte)'\n') is var length and >= 0)
            {
                yield return _buffer.AsSpan(start, length).ToArray();
                start += length + 1;
            }

            _buffer.AsSpan(start, _filled - start).CopyTo(_buffer);
            _filled -= start;
        }
    }

    public void Dispose() => _handle.Dispose();
}
