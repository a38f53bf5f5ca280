using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Synapse.Actions.Tests.Annotating;

/// <summary>A serve application at an address of this machine.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = [];
    private HttpListener? _listener;

    public ModelServer()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
    }

    public Uri Address { get; }

    /// <summary>Whether it is well, by how often it was looked at.</summary>
    public Func<int, bool> IsHealthy { get; set; } = _ => true;

    /// <summary>Status and body, by the body of the question and how often it was asked.</summary>
    public Func<string, int, (int Status, string Body)> Answer { get; set; } = (_, _) => (200, """{"images":[{"class":"bird"}]}""");

    public List<string?> Models { get; } = [];

    public ModelServer Start()
    {
        _listener = new HttpListener();
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Task.Run(ServeAsync);
        return this;
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
            var (status, text) = Reply(context.Request, await reader.ReadToEndAsync());
            context.Response.StatusCode = status;
            context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
        }
    }

    private (int Status, string Body) Reply(HttpListenerRequest request, string body)
    {
        lock (_gate)
        {
            var health = request.Url!.AbsolutePath == "/health";
            var asked = _asked[health ? "" : body] = _asked.GetValueOrDefault(health ? "" : body) + 1;
            if (health)
            {
                return IsHealthy(asked) ? (200, "") : (503, "out of memory");
            }

            Models.Add(request.Headers["serve_multiplexed_model_id"]);
            return Answer(body, asked);
        }
    }
}
