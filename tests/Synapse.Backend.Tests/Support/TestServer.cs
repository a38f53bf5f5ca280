using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Synapse.Backend.Tests.Support;

/// <summary>Answers requests at an address of this machine.</summary>
internal sealed class TestServer : IDisposable
{
    private HttpListener? _listener;

    public TestServer()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/model");
    }

    public Uri Address { get; }

    public List<(string Method, string Path, string Body, string? Model, string? Authorization)> Requests { get; } = [];

    /// <summary>Status and body for a method, a path and a body.</summary>
    public Func<string, string, string, (int Status, string Body)> Answer { get; set; } = (_, _, _) => (200, "{}");

    public void Start()
    {
        _listener = new HttpListener();
        _listener.Prefixes.Add($"http://127.0.0.1:{Address.Port}/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public void Dispose() => _listener?.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener!.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var request = context.Request;
            var body = await reader.ReadToEndAsync();
            lock (Requests)
            {
                Requests.Add((request.HttpMethod, request.Url!.PathAndQuery, body, request.Headers["serve_multiplexed_model_id"], request.Headers["Authorization"]));
            }

            var (status, text) = Answer(request.HttpMethod, request.Url.AbsolutePath, body);
            context.Response.StatusCode = status;
            context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
        }
    }
}
