using System.Buffers;
using System.Globalization;

namespace Synapse.Actions.Uploading.Screening;

/// <summary>
/// Refuses programs, secrets, scripts in documents, and content that is not what its extension says. Binary content costs
/// a look at its beginning; text is read through.
/// </summary>
internal sealed class ContentScreen(string path) : ContentInspector, IDisposable
{
    private const int HeadBytes = 8 * 1024;

    private readonly string _extension = Path.GetExtension(path).ToLowerInvariant();
    private byte[]? _head;
    private byte[]? _tail;
    private int _filled;
    private int _tailLength;
    private long _scanned;
    private bool _isHeadRead;
    private bool _isText;

    public override void Read(ReadOnlySpan<byte> bytes)
    {
        if (_isHeadRead)
        {
            Scan(bytes);
            return;
        }

        if (_filled == 0 && bytes.Length >= HeadBytes)
        {
            ReadHead(bytes[..HeadBytes]);
            Scan(bytes);
            return;
        }

        _head ??= ArrayPool<byte>.Shared.Rent(HeadBytes);
        var taken = Math.Min(bytes.Length, HeadBytes - _filled);
        bytes[..taken].CopyTo(_head.AsSpan(_filled));
        _filled += taken;
        if (_filled == HeadBytes)
        {
            ReadHead(_head.AsSpan(0, HeadBytes));
            Scan(_head.AsSpan(0, HeadBytes));
            Scan(bytes[taken..]);
        }
    }

    public override void Complete()
    {
        if (!_isHeadRead && _filled > 0)
        {
            ReadHead(_head.AsSpan(0, _filled));
            Scan(_head.AsSpan(0, _filled));
        }
    }

    public void Dispose()
    {
        Return(ref _head);
        Return(ref _tail);
    }

    private static void Return(ref byte[]? buffer)
    {
        if (buffer is { } rented)
        {
            buffer = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void ReadHead(ReadOnlySpan<byte> head)
    {
        _isHeadRead = true;
        if (Signatures.ProgramOf(head) is { } program)
        {
            throw Refused($"EXECUTABLE: it is a program: {program}", 0);
        }

        if (!Signatures.Fits(_extension, head))
        {
            throw Refused($"TYPE_MISMATCH: it is no {_extension} file: it begins with {Convert.ToHexString(head[..Math.Min(8, head.Length)])}", 0);
        }

        _isText = TextRules.IsText(head);
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        if (!_isText || bytes.IsEmpty)
        {
            return;
        }

        if (_tailLength > 0)
        {
            // What lies across the border of two pieces.
            var joined = ArrayPool<byte>.Shared.Rent(2 * TextRules.Overlap);
            try
            {
                _tail.AsSpan(0, _tailLength).CopyTo(joined);
                var next = bytes[..Math.Min(bytes.Length, TextRules.Overlap)];
                next.CopyTo(joined.AsSpan(_tailLength));
                Check(joined.AsSpan(0, _tailLength + next.Length), _scanned - _tailLength);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(joined);
            }
        }

        Check(bytes, _scanned);
        _scanned += bytes.Length;
        _tail ??= ArrayPool<byte>.Shared.Rent(TextRules.Overlap);
        _tailLength = Math.Min(bytes.Length, TextRules.Overlap);
        bytes[^_tailLength..].CopyTo(_tail);
    }

    private void Check(ReadOnlySpan<byte> bytes, long offset)
    {
        if (TextRules.Find(bytes) is { } found)
        {
            throw Refused(found.What, offset + found.At);
        }
    }

    private ContentRefusedException Refused(string what, long at) => new(string.Create(
        CultureInfo.InvariantCulture, $"{what} (at byte {at} of {path}). If that is what you want to upload, set screen_content to false."));
}
