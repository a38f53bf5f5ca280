using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedGroundTruths(IGroundTruths truths, CallGate gate) : IGroundTruths
{
    public IAsyncEnumerable<GroundTruth> ListAsync(GroundTruthFilter filter, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListGroundTruths), (filter.Dataset ?? filter.DatasetVersion) is { } id ? ObservedBackend.Text(id) : ""), truths.ListAsync(filter, ct), ct);

    public Task<long> CountAsync(GroundTruthFilter filter, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CountGroundTruths), (filter.Dataset ?? filter.DatasetVersion) is { } id ? ObservedBackend.Text(id) : ""), () => truths.CountAsync(filter, ct), ct);
}
