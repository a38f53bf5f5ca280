namespace Synapse.Runtime.Reporting;

/// <summary>Passes the events on as they are: one JSON object per line, each line out at once and in one piece.</summary>
internal sealed class JsonlReport(Stream output) : IRunReport
{
    private byte[] _line = new byte[1024];

    public RunView View { get; } = new();

    public void Write(RunEvent happened)
    {
        View.Apply(happened);
        var length = happened.Line.Length;
        if (_line.Length <= length)
        {
            _line = new byte[2 * length];
        }
        happened.Line.Span.CopyTo(_line);
        _line[length] = (byte)'\n';
        output.Write(_line.AsSpan(0, length + 1));
    }

    public void Complete()
    {
    }

    public void Stopping()
    {
    }
}
