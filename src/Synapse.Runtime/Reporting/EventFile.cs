using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Reporting;

/// <summary>
/// Appends lines to a file. Whoever finds nobody writing writes for all who came meanwhile, so that lines
/// wait for no timer and a burst costs few calls. A full disk costs lines, never the run.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private readonly object _gate = new();
    private readonly SafeFileHandle _handle;
    private ArrayBufferWriter<byte> _queued = new();
    private ArrayBufferWriter<byte> _writing = new();
    private bool _busy;
    private bool _closed;
    private long _length;

    public EventFile(string path)
    {
        Path = path;
        _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _length = RandomAccess.GetLength(_handle);
        EndTornLine();
    }

    public string Path { get; }

    /// <summary>Bytes that readers may read.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Lines lost to a disk that would not take them.</summary>
    public long Lost { get; private set; }

    /// <summary>Takes a line; the caller calls <see cref="Flush"/> once it holds no lock.</summary>
    public void Enqueue(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _queued.Write(line);
                _queued.Write("\n"u8);
            }
        }
    }

    public void Flush()
    {
        while (Take())
        {
            Write(_writing.WrittenSpan);
            _writing.ResetWrittenCount();
            lock (_gate)
            {
                _busy = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    public void Dispose()
    {
        Flush();
        lock (_gate)
        {
            _closed = true;
            while (_busy)
            {
                Monitor.Wait(_gate);
            }
        }

        _handle.Dispose();
    }

    private bool Take()
    {
        lock (_gate)
        {
            if (_busy || _closed || _queued.WrittenCount == 0)
            {
                return false;
            }

            _busy = true;
            (_queued, _writing) = (_writing, _queued);
            return true;
        }
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            RandomAccess.Write(_handle, lines, _length);
            Volatile.Write(ref _length, _length + lines.Length);
        }
        catch (IOException)
        {
            Lost += lines.Count((byte)'\n');
        }
    }

    // The process before may have died within a line; readers skip it once it ends.
    private void EndTornLine()
    {
        Span<byte> last = stackalloc byte[1];
        if (_length > 0 && RandomAccess.Read(_handle, last, _length - 1) == 1 && last[0] != (byte)'\n')
        {
            Write("\n"u8);
        }
    }
}
