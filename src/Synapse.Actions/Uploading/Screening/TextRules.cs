using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Synapse.Actions.Uploading.Screening;

/// <summary>What must not stand in text.</summary>
internal static partial class TextRules
{
    /// <summary>How much of a text a find may stretch over.</summary>
    public const int Overlap = 1024;

    private static readonly SearchValues<string> Markup = SearchValues.Create(
        ["<script", "<iframe", "<frame", "<object", "<embed", "<applet", "javascript:", "vbscript:", "data:text/html", " srcdoc="],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>A text has no zero in its beginning, unless it is UTF-16.</summary>
    public static bool IsText(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || !head.Contains((byte)0);

    /// <summary>The first thing found, and where; null if there is nothing.</summary>
    public static (string What, int At)? Find(ReadOnlySpan<byte> bytes)
    {
        // What is looked for is ASCII, so bytes may stand for characters; the zeros of UTF-16 are left out.
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var length = Latin(bytes, characters);
            var text = characters.AsSpan(0, length);
            if (text.IndexOfAny(Markup) is var at and >= 0)
            {
                return ("SCRIPT_INJECTION: " + text.Slice(at, Math.Min(15, text.Length - at)).ToString(), at);
            }

            return First("SCRIPT_INJECTION: an event handler in a tag", Handler(), text) ?? First("SENSITIVE_FILE: a private key", PrivateKey(), text)
                ?? First("SENSITIVE_FILE: an AWS access key", AwsKey(), text) ?? First("SENSITIVE_FILE: a GitHub token", GitHubToken(), text)
                ?? First("SENSITIVE_FILE: a Slack token", SlackToken(), text);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static int Latin(ReadOnlySpan<byte> bytes, char[] characters)
    {
        if (!bytes.Contains((byte)0))
        {
            return Encoding.Latin1.GetChars(bytes, characters);
        }

        var length = 0;
        foreach (var value in bytes)
        {
            if (value != 0)
            {
                characters[length++] = (char)value;
            }
        }

        return length;
    }

    private static (string, int)? First(string what, Regex rule, ReadOnlySpan<char> text)
    {
        foreach (var match in rule.EnumerateMatches(text))
        {
            return (what, match.Index);
        }

        return null;
    }

    [GeneratedRegex(@"<[a-z][^<>]{0,512}\son[a-z]{3,24}\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handler();

    [GeneratedRegex("-----BEGIN [A-Z ]{0,24}PRIVATE KEY")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(AKIA|ASIA)[0-9A-Z]{16}\b")]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"\bgh[pousr]_[A-Za-z0-9]{36}")]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\bxox[baprs]-[0-9A-Za-z-]{10,}")]
    private static partial Regex SlackToken();
}
