using System.Text;

namespace Synapse.Runtime.Backends.Local.Serving;

/// <summary>Where a serve application answers, and what of it may be shown: a name, a password or a token in it may not.</summary>
internal static class ServeAddress
{
    public static string Shown(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public static Uri Health(Uri address) => new UriBuilder(address) { Path = address.AbsolutePath.TrimEnd('/') + "/health" }.Uri;

    /// <summary>The value of an Authorization header; null when the address has no name in it.</summary>
    public static string? Authorization(Uri address) => address.UserInfo.Length == 0
        ? null
        : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
}
