namespace Mistakes;

[Params]
public sealed partial record OneNameParams
{
    public int BatchSize { get; init; } = 8;

    [System.Text.Json.Serialization.JsonPropertyName("batch_size")]
    public int Batch { get; init; } = 8; // SYN3004
}
