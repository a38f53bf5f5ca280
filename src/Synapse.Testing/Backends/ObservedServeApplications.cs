using System.Text.Json;
using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedServeApplications(IServeApplications applications, CallGate gate) : IServeApplications
{
    public Task<ServeApplication> CreateAsync(string name, Uri address, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateServeApplication), name, key), () => applications.CreateAsync(name, address, key, ct), ct);

    public Task<ServeApplication> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetServeApplication), ObservedBackend.Text(id)), () => applications.GetAsync(id, ct), ct);

    public IAsyncEnumerable<ServeApplication> ListAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListServeApplications), ""), applications.ListAsync(ct), ct);

    public Task<ServeApplication> EnsureRunningAsync(long id, TimeSpan timeout, Action<ServeApplication>? waiting = null, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.EnsureServeApplication), ObservedBackend.Text(id)), () => applications.EnsureRunningAsync(id, timeout, waiting, ct), ct);

    public Task<JsonElement> InferAsync(long id, InferenceRequest request, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.Infer), ObservedBackend.Text(id)), () => applications.InferAsync(id, request, ct), ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteServeApplication), ObservedBackend.Text(id)), () => applications.DeleteAsync(id, ct), ct);
}
