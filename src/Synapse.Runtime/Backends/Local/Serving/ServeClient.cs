using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Serving;

/// <summary>Asks serve applications over HTTP.</summary>
internal static class ServeClient
{
    private const int ShownCharacters = 500;
    private const string ModelHeader = "serve_multiplexed_model_id";

    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(3);

    // Made by the first who asks; how long an answer may take is each call's affair.
    private static readonly Lazy<HttpClient> Client = new(static () => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Proxy = new ProxyForOthers() })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>What <c>health</c> says: the status, and why it is not running.</summary>
    public static async Task<(ServeStatus Status, string? Reason)> LookAsync(Uri address, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(HealthTimeout);
        try
        {
            using var request = Request(HttpMethod.Get, address, ServeAddress.Health(address));
            using var answer = await Client.Value.SendAsync(request, limit.Token);
            return answer.IsSuccessStatusCode
                ? (ServeStatus.Running, null)
                : (ServeStatus.Unhealthy, await DescribeAsync("health", answer, limit.Token));
        }
        catch (HttpRequestException e)
        {
            return (ServeStatus.Unavailable, Cause(e));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (ServeStatus.Unavailable, string.Create(CultureInfo.InvariantCulture, $"health did not answer within {HealthTimeout.TotalSeconds} s"));
        }
    }

    /// <summary>Null when the connection was refused: nothing was asked.</summary>
    /// <exception cref="BackendException">The answer is an error, or no JSON.</exception>
    public static async Task<JsonElement?> PostAsync(string call, Uri address, JsonElement body, long? model, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Post, address, address);
        request.Content = new StringContent(JsonText.Of(body.WriteTo), System.Text.Encoding.UTF8, "application/json");
        if (model is { } id)
        {
            request.Headers.TryAddWithoutValidation(ModelHeader, id.ToString(CultureInfo.InvariantCulture));
        }

        try
        {
            using var answer = await Client.Value.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new BackendException($"{call}: {await DescribeAsync("it", answer, ct)}.") { IsTransient = IsTransient(answer.StatusCode) };
            }

            return await ReadAsync(call, answer, ct);
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return null;
        }
        catch (HttpRequestException e)
        {
            throw new BackendException($"{call}: {Cause(e)}.", e) { IsTransient = true };
        }
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static async Task<JsonElement> ReadAsync(string call, HttpResponseMessage answer, CancellationToken ct)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw new BackendException($"{call}: the answer is no JSON ({e.Message.TrimEnd('.')}): {await DescribeAsync("it", answer, ct)}.", e);
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, Uri target)
    {
        var request = new HttpRequestMessage(method, target);
        if (ServeAddress.Authorization(address) is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private static async Task<string> DescribeAsync(string what, HttpResponseMessage answer, CancellationToken ct)
    {
        var body = (await answer.Content.ReadAsStringAsync(ct)).Trim();
        var shown = body.Length > ShownCharacters ? body[..ShownCharacters] + "…" : body;
        return string.Create(CultureInfo.InvariantCulture, $"{what} answered with status {(int)answer.StatusCode}{(shown.Length > 0 ? ": " + shown : "")}");
    }

    // The message of the outer one may name the whole address.
    private static string Cause(HttpRequestException e) => e.InnerException switch
    {
        SocketException socket => socket.Message.TrimEnd('.'),
        { } inner => inner.Message.TrimEnd('.'),
        null => e.HttpRequestError.ToString(),
    };
}
