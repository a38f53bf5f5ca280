using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Synapse.Runtime.Json;

/// <summary>
/// Escapes only what JSON asks to be escaped (RFC 8259, section 7), so that text stays readable. The platform's own
/// encoders fill tables of all of Unicode when first used, which is a seventh of the start of a small action.
/// </summary>
internal sealed class MinimalEncoder : JavaScriptEncoder
{
    private const int LongestEscape = 6;
    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f";

    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create(Encoding.ASCII.GetBytes(Controls + "\"\\"));
    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(Controls + "\"\\");

    public static MinimalEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => LongestEscape;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' or 0x7f;

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var found = utf8Text.IndexOfAny(EscapedBytes);
        return Utf8.IsValid(found < 0 ? utf8Text : utf8Text[..found]) ? found : base.FindFirstCharacterToEncodeUtf8(utf8Text);
    }

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var escaped = span.IndexOfAny(EscapedChars);

        // A surrogate without its half must be replaced, which the caller does from here on.
        var surrogate = span.IndexOfAnyInRange('\ud800', '\udfff');
        return escaped < 0 ? surrogate : surrogate < 0 ? escaped : Math.Min(escaped, surrogate);
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        var written = WillEncode(unicodeScalar)
            ? target.TryWrite(System.Globalization.CultureInfo.InvariantCulture, $"{Escape(unicodeScalar)}", out numberOfCharactersWritten)
            : new Rune(unicodeScalar).TryEncodeToUtf16(target, out numberOfCharactersWritten);
        return written;
    }

    private static string Escape(int character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\\u{character:x4}"),
    };
}
