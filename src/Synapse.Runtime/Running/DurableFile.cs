using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Running;

/// <summary>
/// A file of a run's own folder that is on the disk, with its name, once it is disposed. A full disk is no failure of the step
/// that writes: as with the journal, the run stops and can go on.
/// </summary>
internal sealed class DurableFile : Stream
{
    private const int BufferBytes = 64 * 1024;

    private readonly FileStream _file;
    private readonly string _root;
    private bool _disposed;

    private DurableFile(FileStream file, string root)
    {
        _file = file;
        _root = root;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_disposed;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => throw new NotSupportedException();
    }

    /// <param name="root">A folder that is durable itself.</param>
    /// <param name="name">The file's path in it. What is there under that name is replaced.</param>
    public static DurableFile Create(string root, string name)
    {
        var path = Path.GetFullPath(name, root);
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' leads out of the run's folder.", nameof(name));
        }

        return Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new DurableFile(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferBytes), root);
        });
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.At(_file.Name, e);
        }
    }

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush() => Guard(_file.Name, () =>
    {
        _file.Flush();
        return true;
    });

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            Guard(_file.Name, () =>
            {
                using (_file)
                {
                    _file.Flush(flushToDisk: true);
                }

                DirectorySync.FlushUpTo(Path.GetDirectoryName(_file.Name)!, _root);
                return true;
            });
        }

        base.Dispose(disposing);
    }

    private static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.At(path, e);
        }
    }
}
