using System.Buffers;
using System.Text;

namespace Synapse.Actions.Exporting.Naming;

/// <summary>Names that every file system takes, and that stay in their folder.</summary>
internal static class SafeName
{
    /// <summary>A file's name has 255 bytes at most; what is left is for what follows this one: a number, an extension.</summary>
    public const int MaxBytes = 200;

    /// <summary>The longest extension that is kept as a whole, with its dot.</summary>
    public const int MaxExtensionBytes = 32;

    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"/\\|?*");

    // Names of devices on Windows, whatever extension follows.
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The name that comes nearest; null when nothing is left of it, as of <c>..</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxBytes">The most bytes of UTF-8 that it may have.</param>
    public static string? Of(string text, int maxBytes = MaxBytes)
    {
        var name = Cut(Replace(text), maxBytes).Trim(' ').TrimEnd(' ', '.');
        if (name.Length == 0)
        {
            return null;
        }

        return Devices.Contains(name.Split('.')[0].TrimEnd(' ')) ? "_" + name : name;
    }

    /// <summary>A file's extension with its dot, or nothing.</summary>
    /// <param name="fileName">The file's name.</param>
    public static string Extension(string fileName) =>
        Cut(Replace(Path.GetExtension(fileName)), MaxExtensionBytes).TrimEnd(' ', '.');

    /// <summary>Whether a text is an extension as it is, with its dot.</summary>
    public static bool IsExtension(string text) =>
        text is ['.', _, ..] && Replace(text) == text && text[^1] is not (' ' or '.') && Encoding.UTF8.GetByteCount(text) <= MaxExtensionBytes;

    // Unpaired surrogates come out as U+FFFD: a file's name has none.
    private static string Replace(string text)
    {
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAny(Reserved) && !text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.Contains('\x7f', StringComparison.Ordinal))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 || (rune.IsBmp && Reserved.Contains((char)rune.Value)))
            {
                safe.Append('_');
            }
            else
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.ToString();
    }

    private static string Cut(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
