using Microsoft.Win32.SafeHandles;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>
/// Appends to one segment that no other process appends to. For one thread; <paramref name="indexedEnd"/> tells
/// behind which byte of a segment the index knows nothing.
/// </summary>
internal sealed class SegmentAppender(SegmentFiles files, Func<int, long> indexedEnd) : IDisposable
{
    public const long MaxBytes = 256 * 1024 * 1024;

    private FileLock? _lock;
    private int _number;
    private long _position;
    private bool _unnamed;

    /// <summary>Durable when it returns. Nothing of a failed append counts: the next one writes over it.</summary>
    /// <returns>The segment, and where in it the first part begins.</returns>
    public (int Segment, long Offset) Append(IReadOnlyList<ReadOnlyMemory<byte>> parts, long total)
    {
        if (_lock is null || _position + total > MaxBytes)
        {
            Dispose();
            Open(total);
        }

        try
        {
            Write(_lock!.Handle!, parts);
        }
        catch
        {
            Abandon();
            throw;
        }

        var start = _position;
        _position += total;
        return (_number, start);
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    private void Write(SafeFileHandle handle, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        RandomAccess.Write(handle, parts, _position);
        DataSync.Flush(handle);
        if (_unnamed)
        {
            DirectorySync.Flush(files.Directory);
            _unnamed = false;
        }
    }

    /// <summary>After a failed sync the kernel may believe that pages are written which are not, so they are dropped.</summary>
    private void Abandon()
    {
        try
        {
            RandomAccess.SetLength(_lock!.Handle!, _position);
        }
        catch (IOException)
        {
            // The next opening finds the end by itself.
        }

        Dispose();
    }

    private void Open(long total)
    {
        var numbers = files.List();
        for (var i = numbers.Count - 1; i >= 0; i--)
        {
            if (TryContinue(numbers[i], total))
            {
                return;
            }
        }

        var number = numbers.Count == 0 ? 1 : numbers[^1] + 1;
        while (!TryCreate(number))
        {
            number++;
        }
    }

    private bool TryContinue(int number, long total)
    {
        var path = files.PathOf(number);
        if (new FileInfo(path).Length + total > MaxBytes || FileLock.TryExclusive(path) is not { } taken)
        {
            return false;
        }

        try
        {
            // Its creator may have been killed before the name was durable.
            Take(taken, number, EndOfGoodPart(taken.Handle!, number));
            return true;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>A torn record at the tail was never in the index; records that are whole stay, in the index or not.</summary>
    private long EndOfGoodPart(SafeFileHandle handle, int number)
    {
        using var scan = new SegmentScan(handle, indexedEnd(number));
        while (scan.MoveNext())
        {
            // Only the end is of interest.
        }

        if (!scan.AtEnd)
        {
            RandomAccess.SetLength(handle, scan.Offset);
        }

        return scan.Offset;
    }

    private bool TryCreate(int number)
    {
        var path = files.PathOf(number);
        try
        {
            File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }

        if (FileLock.TryExclusive(path) is not { } taken)
        {
            return false;
        }

        Take(taken, number, 0);
        return true;
    }

    private void Take(FileLock taken, int number, long position)
    {
        _lock = taken;
        _number = number;
        _position = position;
        _unnamed = true;
    }
}
