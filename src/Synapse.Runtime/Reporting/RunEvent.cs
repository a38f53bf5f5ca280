using System.Text.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>
/// One line of <c>events.jsonl</c>, read. <see cref="Line"/> is the line itself without its end, for those who pass it on.
/// </summary>
internal sealed record RunEvent(
    ReadOnlyMemory<byte> Line,
    long Sequence,
    DateTimeOffset Time,
    string Run,
    string Type,
    string? Level,
    string? Step,
    int? Attempt,
    string? Item,
    JsonElement Data);
