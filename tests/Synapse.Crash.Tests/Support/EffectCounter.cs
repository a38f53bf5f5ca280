using System.Globalization;
using System.Net.Sockets;

namespace Synapse.Crash.Tests.Support;

/// <summary>Something that a body did to the world outside of its run.</summary>
/// <param name="Position">How long the trace of file calls was when the effect was counted.</param>
internal sealed record Effect(string Kind, string Run, string Step, bool IsRollback, int Attempt, string Item, string Detail, long Position);

/// <summary>Counts effects for processes that may die at any time: it answers only once an effect is counted.</summary>
internal sealed class EffectCounter : IDisposable
{
    private const string RollbackMark = "!rollback";

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<Effect> _effects;

    public EffectCounter(string path, IEnumerable<Effect> before)
    {
        Path = path;
        _effects = [.. before];
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _ = AcceptAsync();
    }

    public string Path { get; }

    /// <summary>The trace whose length dates the effects.</summary>
    public string? Trace { get; set; }

    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (_effects)
            {
                return [.. _effects];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream);
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                Count(line);
                await stream.WriteAsync(new byte[1]);
            }
        }
        catch (IOException)
        {
            // The plugin was killed.
        }
    }

    private void Count(string line)
    {
        var fields = line.Split('\t');
        var key = fields[1].Split('/');
        var isRollback = key[1].EndsWith(RollbackMark, StringComparison.Ordinal);
        lock (_effects)
        {
            _effects.Add(new Effect(
                fields[0], key[0], isRollback ? key[1][..^RollbackMark.Length] : key[1], isRollback, int.Parse(fields[2], CultureInfo.InvariantCulture),
                fields[3], fields[4], Trace is null ? 0 : new FileInfo(Trace).Length));
        }
    }
}
