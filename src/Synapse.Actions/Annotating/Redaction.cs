using System.Text.RegularExpressions;

namespace Synapse.Actions.Annotating;

/// <summary>Takes out of texts of others what opens doors: they go into logs, reports and results.</summary>
internal static partial class Redaction
{
    private const string Hidden = "(hidden)";

    public static string Of(string text)
    {
        var clean = Url().Replace(text, static url => WithoutSecrets(url.ValueSpan));
        clean = Header().Replace(clean, "$1" + Hidden);
        clean = Scheme().Replace(clean, "$1 " + Hidden);
        clean = Member().Replace(clean, "$1" + Hidden);
        return Bare().Replace(clean, Hidden);
    }

    // A name before the host, and what follows the path: signatures stand there.
    private static string WithoutSecrets(ReadOnlySpan<char> url)
    {
        var query = url.IndexOfAny('?', '#');
        var shown = query < 0 ? url : url[..query];
        var host = shown.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = shown[host..].IndexOf('/') is >= 0 and var slash ? host + slash : shown.Length;
        var name = shown[host..path].LastIndexOf('@');
        return string.Concat(shown[..host], shown[(host + name + 1)..], query < 0 ? "" : "?" + Hidden);
    }

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*://[^\s""'<>\\]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex(@"(\b(?:proxy-)?authorization[""']?\s*[:=]\s*[""']?)(?:[a-z]+\s+)?[^\s""',;}]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    // A digit tells a token from a word: "token expired" says what is wrong.
    [GeneratedRegex(@"\b(bearer|basic|token)\s+(?=\S*\d)[a-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"([""']?\b[a-z_-]*(?:token|secret|password|passwd|api[_-]?key|access[_-]?key|signature)[""']?\s*[:=]\s*[""']?)[^\s""',;&}]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    // Web tokens, and the platform's own, which are 40 hexadecimal digits.
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*|\b[0-9a-f]{40}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
