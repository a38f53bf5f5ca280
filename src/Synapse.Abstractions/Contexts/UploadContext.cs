using System.Security.Cryptography;
using System.Text;
using Synapse.Backends;
using Synapse.Wiring;

namespace Synapse;

/// <summary>The run of an upload.</summary>
public sealed class UploadContext : ActionContext
{
    internal UploadContext(IRunEngine engine)
        : base(engine)
    {
    }

    /// <summary>Uploads one file. Repeated after a crash it finds what is already there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<DataFile> UploadFileAsync(SourceFile file, CancellationToken ct = default) => UploadAsync(file, null, null, ct);

    /// <param name="file">The file.</param>
    /// <param name="key">
    /// Tells the call apart from others of its kind in one step or loop item, the same at every attempt. Calls that are under
    /// way at once need one each; others are told apart by their order.
    /// </param>
    /// <param name="ct">Stops waiting.</param>
    /// <inheritdoc cref="UploadFileAsync(SourceFile, CancellationToken)"/>
    public Task<DataFile> UploadFileAsync(SourceFile file, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return UploadAsync(file, null, key, ct);
    }

    /// <summary>Uploads one file whose content is looked at on the way. Repeated after a crash it finds what is already there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="inspector">Sees the content and may refuse it; null for none. It is made for this one call.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="ContentRefusedException">The inspector refused the content.</exception>
    public Task<DataFile> UploadFileAsync(SourceFile file, ContentInspector? inspector, CancellationToken ct = default) =>
        UploadAsync(file, inspector, null, ct);

    /// <param name="file">The file.</param>
    /// <param name="key">
    /// Tells the call apart from others of its kind in one step or loop item, the same at every attempt. Calls that are under
    /// way at once need one each; others are told apart by their order.
    /// </param>
    /// <param name="inspector">Sees the content and may refuse it; null for none. It is made for this one call.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <inheritdoc cref="UploadFileAsync(SourceFile, ContentInspector?, CancellationToken)"/>
    public Task<DataFile> UploadFileAsync(SourceFile file, string key, ContentInspector? inspector, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return UploadAsync(file, inspector, key, ct);
    }

    /// <summary>Creates data units out of uploaded files.</summary>
    /// <param name="units">The units. Keep a call to some hundreds and loop over batches.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>Their ids, in the order of <paramref name="units"/>.</returns>
    public Task<IReadOnlyList<long>> CreateDataUnitsAsync(IReadOnlyList<NewDataUnit> units, CancellationToken ct = default) => CreateAsync(units, null, ct);

    /// <param name="units">The units. Keep a call to some hundreds and loop over batches.</param>
    /// <param name="key">
    /// Tells the call apart from others of its kind in one step or loop item, the same at every attempt. Calls that are under
    /// way at once need one each; others are told apart by their order.
    /// </param>
    /// <param name="ct">Stops waiting.</param>
    /// <inheritdoc cref="CreateDataUnitsAsync(IReadOnlyList{NewDataUnit}, CancellationToken)"/>
    public Task<IReadOnlyList<long>> CreateDataUnitsAsync(IReadOnlyList<NewDataUnit> units, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return CreateAsync(units, key, ct);
    }

    /// <summary>Creates an empty dataset.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<Dataset> CreateDatasetAsync(string name, CancellationToken ct = default) => CreateAsync(name, null, ct);

    /// <param name="name">Its name.</param>
    /// <param name="key">
    /// Tells the call apart from others of its kind in one step or loop item, the same at every attempt. Calls that are under
    /// way at once need one each; others are told apart by their order.
    /// </param>
    /// <param name="ct">Stops waiting.</param>
    /// <inheritdoc cref="CreateDatasetAsync(string, CancellationToken)"/>
    public Task<Dataset> CreateDatasetAsync(string name, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return CreateAsync(name, key, ct);
    }

    private Task<DataFile> UploadAsync(SourceFile file, ContentInspector? inspector, string? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Engine.EffectAsync(
            new EffectCall<DataFile>(
                BackendCall.UploadFile,
                file.Path,
                BackendCodecs.DataFile,
                (effect, token) => Engine.Backend.DataFiles.UploadAsync(file.Path, file.Name, effect, inspector, token),
                Engine.Backend.DataFiles.GetAsync,
                key),
            ct);
    }

    private Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<NewDataUnit> units, string? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(units);
        return Engine.EffectAsync(
            new EffectCall<IReadOnlyList<long>>(
                BackendCall.CreateDataUnits,
                Digest(units),
                BackendCodecs.Ids,
                (effect, token) => Engine.Backend.DataUnits.CreateAsync(units, effect, token),
                Key: key),
            ct);
    }

    private Task<Dataset> CreateAsync(string name, string? key, CancellationToken ct) => Engine.EffectAsync(
        new EffectCall<Dataset>(
            BackendCall.CreateDataset,
            name,
            BackendCodecs.Dataset,
            (effect, token) => Engine.Backend.Datasets.CreateAsync(name, effect, token),
            Engine.Backend.Datasets.GetAsync,
            key),
        ct);

    private static string Digest(IReadOnlyList<NewDataUnit> units)
    {
        var text = new StringBuilder();
        foreach (var unit in units)
        {
            foreach (var (name, file) in unit.Files)
            {
                text.Append(name).Append('=').Append(file).Append(';');
            }
            text.Append(unit.Collection).Append('|');
            foreach (var (name, value) in unit.Meta)
            {
                text.Append(name).Append('=').Append(value).Append(';');
            }
            text.AppendJoin(',', unit.Groups).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
