namespace Synapse.Runtime.Reporting;

/// <summary>Passes the events on as they are: one JSON object per line, each line out at once.</summary>
internal sealed class JsonlReport(Stream output) : IRunReport
{
    public RunView View { get; } = new();

    public void Write(RunEvent happened)
    {
        View.Apply(happened);
        output.Write(happened.Line.Span);
        output.Write("\n"u8);
        output.Flush();
    }

    public void Complete()
    {
    }

    public void Stopping()
    {
    }
}
