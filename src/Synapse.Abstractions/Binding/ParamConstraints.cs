using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Synapse.Binding;

/// <summary>The constraints that take more than a comparison; generated binders call them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParamConstraints
{
    /// <summary>Whether a text has at least so many characters, as people count them.</summary>
    public static bool IsAtLeast(string text, int length) => text.Length >= length && (text.Length >= 2 * length || LaxText.Length(text) >= length);

    /// <summary>Whether a text has at most so many characters, as people count them.</summary>
    public static bool IsAtMost(string text, int length) => text.Length <= length || (text.Length <= 2 * length && LaxText.Length(text) <= length);

    /// <summary>Whether a pattern covers the whole text. One that takes longer than two seconds does not.</summary>
    public static bool Matches(Regex pattern, string text)
    {
        try
        {
            var match = pattern.Match(text);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>A pattern as the binder matches it.</summary>
    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    /// <summary>Whether a number is a multiple of another, as far as floating point can tell.</summary>
    public static bool IsMultiple(double value, double factor)
    {
        var times = value / factor;
        return Math.Abs(times - Math.Round(times)) <= 1e-9 * Math.Max(1, Math.Abs(times));
    }

    /// <summary>Whether a number is a multiple of another.</summary>
    public static bool IsMultiple(decimal value, decimal factor) => value % factor == 0;

    /// <summary>Whether all items differ.</summary>
    public static bool AreUnique<T>(IReadOnlyCollection<T> items) => new HashSet<T>(items).Count == items.Count;

    /// <summary>Whether a text looks like an e-mail address: one <c>@</c>, not at an end, on one line.</summary>
    public static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.AsSpan().ContainsAny('\r', '\n');

    /// <summary>Whether a text is an http, https or ftp address.</summary>
    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ftp";

    /// <summary>Whether a text is Base64.</summary>
    public static bool IsBase64(string text) => System.Buffers.Text.Base64.IsValid(text);
}
