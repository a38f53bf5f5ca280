using System.Globalization;
using System.Text;

namespace Synapse.Binding;

/// <summary>Text of JSON as .NET strings, halves of surrogate pairs included: JSON may have them, and the platform takes them.</summary>
internal static class LaxText
{
    /// <param name="raw">The text between the quotes, checked by a JSON reader.</param>
    /// <param name="isEscaped">Whether there is a backslash in it.</param>
    public static string Unescape(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }
        var text = new StringBuilder(raw.Length);
        for (var slash = raw.IndexOf((byte)'\\'); slash >= 0; slash = raw.IndexOf((byte)'\\'))
        {
            text.Append(Encoding.UTF8.GetString(raw[..slash]));
            var length = raw[slash + 1] == 'u' ? 6 : 2;
            text.Append(length == 6 ? (char)ushort.Parse(raw.Slice(slash + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Single(raw[slash + 1]));
            raw = raw[(slash + length)..];
        }
        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    /// <summary>How long people see a text: code points, not the 16-bit units of .NET.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                length--;
            }
        }
        return length;
    }

    private static char Single(byte escape) => escape switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)escape,
    };
}
