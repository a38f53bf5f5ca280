using System.Text;
using System.Text.Json;
using Synapse.Runtime.Reporting;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>Events as a run writes them, one every 100 ms unless time is moved.</summary>
internal sealed class Events
{
    private long _sequence;

    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public RunEvent Make(string type, string data = "{}", string? step = null, string? level = null)
    {
        Now += TimeSpan.FromMilliseconds(100);
        using var document = JsonDocument.Parse(data);
        return new(
            Encoding.UTF8.GetBytes($$"""{"seq":{{++_sequence}},"type":"{{type}}"}"""), _sequence, Now,
            "019a0000-0000-7000-8000-0000deadbeef", type, level, step, null, null, document.RootElement.Clone());
    }

    public RunEvent Started() => Make(
        EventTypes.RunStarted, """{"action":"upload","steps":[{"name":"discover","weight":1},{"name":"send","weight":8}],"work_dir":"/tmp/w"}""");

    public RunEvent Progress(string step, double overall, double current, double total) => Make(
        EventTypes.Progress, FormattableString.Invariant($$"""{"overall":{{overall}},"step_done":0.5,"category":"{{step}}","current":{{current}},"total":{{total}}}"""), step);

    public RunEvent Message(string level, string text) =>
        Make(EventTypes.Message, $$"""{"template":"t","args":{},"text":{{JsonSerializer.Serialize(text)}} }""", "send", level);
}
