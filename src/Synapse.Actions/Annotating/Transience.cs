using System.Net;
using System.Net.Sockets;

namespace Synapse.Actions.Annotating;

/// <summary>Which failures may be gone at the next try.</summary>
internal static class Transience
{
    public static bool Of(Exception failure) => failure switch
    {
        BackendException backend => backend.IsTransient,
        HttpRequestException { StatusCode: { } status } =>
            status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        FileNotFoundException or DirectoryNotFoundException or PathTooLongException => false,
        HttpRequestException or IOException or TimeoutException or SocketException => true,
        _ => failure.InnerException is { } cause && Of(cause),
    };
}
