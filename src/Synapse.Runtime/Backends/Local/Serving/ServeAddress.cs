using System.Text;
using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local.Serving;

/// <summary>Where a serve application answers, and what of it may be shown: a name, a password or a token in it may not.</summary>
internal static class ServeAddress
{
    /// <summary>Of the text alone: a program that asks nobody needs no more.</summary>
    public static string Shown(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = address.AsSpan(start).IndexOfAny('?', '#') is var query and >= 0 ? start + query : address.Length;
        var path = address.IndexOf('/', start) is var slash and >= 0 && slash < end ? slash : end;
        var user = address.LastIndexOf('@', path - 1, path - start);
        return user < 0 ? address[..end] : address[..start] + address[(user + 1)..end];
    }

    /// <summary>Whether it is one of HTTP with a host in it.</summary>
    public static bool IsValid(string address) =>
        (address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal))
        && Shown(address) is var shown && shown[(shown.IndexOf("://", StringComparison.Ordinal) + 3)..] is [not ('/' or ':'), ..]
        && !address.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c));

    /// <exception cref="BackendException">It cannot be asked at.</exception>
    public static Uri Parse(string call, string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed)
        ? parsed
        : throw new BackendException($"{call}: {Shown(address)} is no address that can be asked at. Register the application again, with another one.");

    public static Uri Health(Uri address) => new UriBuilder(address) { Path = address.AbsolutePath.TrimEnd('/') + "/health" }.Uri;

    /// <summary>The value of an Authorization header; null when the address has no name in it.</summary>
    public static string? Authorization(Uri address) => address.UserInfo.Length == 0
        ? null
        : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
}
