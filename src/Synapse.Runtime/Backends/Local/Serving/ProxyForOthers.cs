using System.Net;

namespace Synapse.Runtime.Backends.Local.Serving;

/// <summary>The surroundings' proxy, but not for this machine: it would look for the application on its own.</summary>
internal sealed class ProxyForOthers : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => HttpClient.DefaultProxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
