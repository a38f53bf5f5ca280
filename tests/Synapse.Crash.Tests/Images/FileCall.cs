using System.Buffers.Binary;
using System.Text;

namespace Synapse.Crash.Tests.Images;

internal enum CallKind
{
    Create = 1,
    Write,
    Truncate,
    Allocate,
    Sync,
    Rename,
    Link,
    Unlink,
    MakeDirectory,
    RemoveDirectory,
    Attributes,
    Map,
}

/// <summary>A call that changed the watched folder, as the shim wrote it down.</summary>
/// <param name="End">Where its record ends in the trace.</param>
internal sealed record FileCall(CallKind Kind, bool Failed, bool Existed, bool Truncates, string Path, string Path2, long Offset, byte[] Data, long End)
{
    private const int HeaderBytes = 32;

    public static List<FileCall> Read(string trace)
    {
        var bytes = File.ReadAllBytes(trace);
        var calls = new List<FileCall>();
        var position = 0;
        while (position < bytes.Length)
        {
            var header = bytes.AsSpan(position, HeaderBytes);
            var path = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
            var path2 = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
            var offset = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
            var data = (int)BinaryPrimitives.ReadInt64LittleEndian(header[24..]);
            var body = position + HeaderBytes;
            position = body + path + path2 + data;
            calls.Add(new FileCall(
                (CallKind)header[0], header[1] != 0, header[2] != 0, header[3] != 0,
                Encoding.UTF8.GetString(bytes, body, path), Encoding.UTF8.GetString(bytes, body + path, path2),
                offset, bytes[(body + path + path2)..position], position));
        }

        return calls;
    }
}
