using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Reporting;

/// <summary>
/// Appends lines to a file. Whoever finds nobody writing writes for all who came meanwhile, so that lines
/// wait for no timer and a burst costs few calls. A full disk costs lines, never the run. A file that is full gets a number
/// and a new one is begun; beyond a total the oldest goes.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private readonly object _gate = new();
    private readonly EventLimits _limits;
    private SafeFileHandle _handle;
    private ArrayBufferWriter<byte> _queued = new();
    private ArrayBufferWriter<byte> _writing = new();
    private bool _busy;
    private bool _closed;
    private long _length;
    private long _segment;

    public EventFile(string path, EventLimits limits)
    {
        Path = path;
        _limits = limits;
        _segment = EventSegments.Full(path) is [.., var newest] ? newest + 1 : 1;
        _handle = Open(path);
        _length = RandomAccess.GetLength(_handle);
        EndTornLine();
    }

    public string Path { get; }

    /// <summary>Where what readers may read ends.</summary>
    public EventPosition End
    {
        get
        {
            lock (_gate)
            {
                return new EventPosition(_segment, _length);
            }
        }
    }

    /// <summary>Called once in a run's life, when its oldest lines were deleted; it may enqueue.</summary>
    public Action? Shortened { get; set; }

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
            Move(_segment, _length + lines.Length);
        }
        catch (IOException)
        {
            Lost += lines.Count((byte)'\n');
            return;
        }

        if (_length >= _limits.SegmentBytes)
        {
            TryRotate();
        }
    }

    private void TryRotate()
    {
        try
        {
            Rotate();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file grows on, and the next line tries again.
        }
    }

    // Whoever reads the file goes on reading it under its new name.
    private void Rotate()
    {
        var full = EventSegments.PathOf(Path, _segment);
        File.Move(Path, full);
        try
        {
            var next = Open(Path);
            _handle.Dispose();
            _handle = next;
        }
        catch (IOException)
        {
            // No room for a new file: the lines go on in this one.
            File.Move(full, Path);
            throw;
        }

        Move(_segment + 1, 0);
        Shorten();
    }

    private void Shorten()
    {
        var full = EventSegments.Full(Path);
        var total = full.Sum(number => new FileInfo(EventSegments.PathOf(Path, number)).Length);
        for (var i = 0; i < full.Count && total + _limits.SegmentBytes > _limits.TotalBytes; i++)
        {
            var oldest = EventSegments.PathOf(Path, full[i]);
            total -= new FileInfo(oldest).Length;
            File.Delete(oldest);
            if (full[i] == 1)
            {
                Shortened?.Invoke();
            }
        }
    }

    private void Move(long segment, long length)
    {
        lock (_gate)
        {
            (_segment, _length) = (segment, length);
        }
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

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
