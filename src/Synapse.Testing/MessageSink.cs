using Synapse.Runtime.Reporting;

namespace Synapse.Testing;

/// <summary>Keeps the texts of messages.</summary>
internal sealed class MessageSink : IEventSink
{
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => [.. _texts];

    public void Write(RunEvent happened)
    {
        if (happened.Type == EventTypes.Message)
        {
            _texts.Add(happened.Data.GetProperty("text").GetString() ?? "");
        }
    }

    public void Complete()
    {
    }
}
