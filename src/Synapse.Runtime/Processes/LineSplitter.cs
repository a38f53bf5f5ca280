using System.Buffers;
using System.Text;

namespace Synapse.Runtime.Processes;

/// <summary>
/// Makes lines of a program's output. Long ones are cut, bytes that are no UTF-8 are replaced. Of a line that the program
/// rewrites in place (progress bars end each state with a carriage return) the last state is a line, and now and then one before it.
/// </summary>
/// <param name="clock">Tells when a rewritten line is due again.</param>
/// <param name="line">Gets each line, and whether it was cut.</param>
internal sealed class LineSplitter(TimeProvider clock, Action<string, bool> line)
{
    public const int LongestLine = 64 * 1024;

    private const int LongestCharacter = 4;

    private static readonly TimeSpan BetweenStates = TimeSpan.FromSeconds(5);

    private readonly ArrayBufferWriter<byte> _pending = new();
    private long _cut;
    private bool _afterReturn;
    private bool _isRewritten;
    private (string Text, bool Cut)? _held;
    private long? _shownAt;

    public void Push(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_afterReturn)
            {
                _afterReturn = false;
                if (bytes[0] != '\n')
                {
                    Rewrite();
                }
            }

            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            Append(end < 0 ? bytes : bytes[..end]);
            if (end < 0)
            {
                return;
            }

            if (bytes[end] == '\n')
            {
                End();
            }
            else
            {
                _afterReturn = true;
            }

            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>The output ended, perhaps in the middle of a line.</summary>
    public void Complete()
    {
        if (HasPending || _held is not null)
        {
            End();
        }
    }

    private bool HasPending => _pending.WrittenCount > 0;

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, LongestLine - _pending.WrittenCount);
        _pending.Write(bytes[..taken]);
        _cut += bytes.Length - taken;
    }

    private void End()
    {
        if (HasPending)
        {
            Emit(Take());
        }
        else if (_held is { } held)
        {
            Emit(held);
        }
        else if (!_isRewritten)
        {
            Emit(("", false));
        }

        (_held, _isRewritten, _afterReturn) = (null, false, false);
    }

    private void Rewrite()
    {
        if (!HasPending)
        {
            return;
        }

        _isRewritten = true;
        _held = Take();
        if (_shownAt is { } shown && clock.GetElapsedTime(shown) < BetweenStates)
        {
            return;
        }

        _shownAt = clock.GetTimestamp();
        Emit(_held.Value);
        _held = null;
    }

    private (string Text, bool Cut) Take()
    {
        var text = Encoding.UTF8.GetString(Whole(_pending.WrittenSpan, _cut > 0));
        var taken = _cut > 0 ? ($"{text} … ({_cut} more bytes)", true) : (text, false);
        _pending.ResetWrittenCount();
        _cut = 0;
        return taken;
    }

    /// <summary>Without the part of a character that the cut left at the end.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes, bool isCut)
    {
        for (var back = 1; isCut && back < LongestCharacter; back++)
        {
            if (bytes[^back] >= 0xC0)
            {
                return bytes[..^back];
            }

            if (bytes[^back] < 0x80)
            {
                break;
            }
        }

        return bytes;
    }

    private void Emit((string Text, bool Cut) ended) => line(ended.Text, ended.Cut);
}
