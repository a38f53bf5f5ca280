using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedDataFiles(IDataFiles files, CallGate gate) : IDataFiles
{
    public Task<DataFile> UploadAsync(string path, string name, string key, ContentInspector? inspector = null, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.UploadFile), name, key), () => files.UploadAsync(path, name, key, inspector, ct), ct);

    public Task<DataFile> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetFile), ObservedBackend.Text(id)), () => files.GetAsync(id, ct), ct);

    public Task<Stream> OpenAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.OpenFile), ObservedBackend.Text(id)), () => files.OpenAsync(id, ct), ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteFile), ObservedBackend.Text(id)), () => files.DeleteAsync(id, ct), ct);

    public Task<long> CountAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CountFiles), ""), () => files.CountAsync(ct), ct);
}
