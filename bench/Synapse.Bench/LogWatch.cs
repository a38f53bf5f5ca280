namespace Synapse.Bench;

/// <summary>Looks every few milliseconds how large the journal's write-ahead log is.</summary>
internal sealed class LogWatch
{
    private readonly string _state;
    private readonly Thread _thread;
    private volatile bool _stopped;
    private long _most;

    public LogWatch(string state)
    {
        _state = state;
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The largest that it was, in bytes.</summary>
    public long Stop()
    {
        _stopped = true;
        _thread.Join();
        return _most;
    }

    private void Watch()
    {
        while (!_stopped)
        {
            Thread.Sleep(20);
            try
            {
                foreach (var log in Directory.Exists(_state) ? Directory.EnumerateFiles(_state, "journal.db-wal", SearchOption.AllDirectories) : [])
                {
                    _most = Math.Max(_most, new FileInfo(log).Length);
                }
            }
            catch (IOException)
            {
                // The run came to its end just now.
            }
        }
    }
}
