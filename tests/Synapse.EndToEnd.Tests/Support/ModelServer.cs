using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Synapse.EndToEnd.Tests.Support;

/// <summary>A model behind an address that counts what it is asked.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);

    public ModelServer()
    {
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>Whether a question is answered with an error, by its number among the different ones, from 1.</summary>
    public Func<int, bool> Refuses { get; set; } = _ => false;

    /// <summary>How often each question was asked.</summary>
    public int[] Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked.Values];
            }
        }
    }

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var (status, text) = context.Request.HttpMethod == "GET" ? (200, "{}") : Reply(await reader.ReadToEndAsync());
            context.Response.StatusCode = status;
            try
            {
                context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
            }
            catch (HttpListenerException)
            {
                // Who asked is gone.
            }
        }
    }

    private (int Status, string Body) Reply(string question)
    {
        lock (_gate)
        {
            var asked = _asked[question] = _asked.GetValueOrDefault(question) + 1;
            var number = _asked.Keys.TakeWhile(other => other != question).Count() + 1;
            return Refuses(number) ? (400, $"no answer to question {number}, asked {asked} times") : (200, """{"shape":"circle","confidence":1}""");
        }
    }
}
