namespace Synapse.Runtime.Reporting;

/// <summary>Follows the file for one sink, on a thread of its own.</summary>
internal sealed class SinkPump
{
    private const int RestMilliseconds = 10;

    private readonly IEventSink _sink;
    private readonly EventFile _file;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private readonly EventPosition _from;
    private bool _signalled;
    private bool _finishing;
    private bool _resting;

    public SinkPump(IEventSink sink, EventFile file)
    {
        _sink = sink;
        _file = file;
        _from = file.End;
        _thread = new Thread(Pump) { IsBackground = true, Name = "events" };
        _thread.Start();
    }

    public void Signal()
    {
        lock (_gate)
        {
            _signalled = true;
            if (!_resting)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    public void Finish(long milliseconds)
    {
        lock (_gate)
        {
            _finishing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join(TimeSpan.FromMilliseconds(milliseconds));
    }

    private void Pump()
    {
        try
        {
            using var reader = new EventReader(_file.Path, _from);
            bool more;
            do
            {
                more = Wait();
                foreach (var happened in reader.ReadTo(_file.End))
                {
                    _sink.Write(happened);
                }

                Rest();
            }
            while (more);

            _sink.Complete();
        }
        catch (Exception)
        {
            // A closed pipe or a broken terminal must not end a run: the sink is dropped, the file has everything.
        }
    }

    // What follows at once is read in one go: to be woken for each quick step would take time from the steps.
    private void Rest()
    {
        lock (_gate)
        {
            if (!_finishing)
            {
                _resting = true;
                Monitor.Wait(_gate, RestMilliseconds);
                _resting = false;
            }
        }
    }

    private bool Wait()
    {
        lock (_gate)
        {
            while (!_signalled && !_finishing)
            {
                Monitor.Wait(_gate);
            }

            _signalled = false;
            return !_finishing;
        }
    }
}
