using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Synapse.Crash.Plugin;

/// <summary>Tells another process of every effect, and goes on only once that one has counted it.</summary>
internal static class Counter
{
    private static readonly Lock Gate = new();
    private static Socket? s_socket;

    /// <param name="kind">do, undo or uploaded.</param>
    /// <param name="attempt">Of the step whose body this is.</param>
    /// <param name="item">The loop item, if there is one.</param>
    /// <param name="detail">What else is to be known.</param>
    public static void Add(string kind, StepAttempt attempt, string item = "", string detail = "")
    {
        var line = string.Join('\t', kind, attempt.Key, attempt.Number.ToString(CultureInfo.InvariantCulture), item, detail) + "\n";
        lock (Gate)
        {
            s_socket ??= Connect();
            s_socket.Send(Encoding.UTF8.GetBytes(line));
            if (s_socket.Receive(new byte[1]) == 0)
            {
                throw new IOException("The counter of effects went away.");
            }
        }
    }

    private static Socket Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(Environment.GetEnvironmentVariable("CRASH_COUNTER") ?? throw new IOException("CRASH_COUNTER is not set.")));
        return socket;
    }
}
