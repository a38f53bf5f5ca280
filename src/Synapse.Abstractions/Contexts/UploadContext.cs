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
    public Task<DataFile> UploadFileAsync(SourceFile file, CancellationToken ct = default) => UploadFileAsync(file, null, ct);

    /// <summary>Uploads one file whose content is looked at on the way. Repeated after a crash it finds what is already there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="inspector">Sees the content and may refuse it; null for none. It is made for this one call.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="ContentRefusedException">The inspector refused the content.</exception>
    public Task<DataFile> UploadFileAsync(SourceFile file, ContentInspector? inspector, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Engine.EffectAsync(
            new EffectCall<DataFile>(
                BackendCall.UploadFile,
                file.Path,
                BackendCodecs.DataFile,
                (key, token) => Engine.Backend.DataFiles.UploadAsync(file.Path, file.Name, key, inspector, token),
                Engine.Backend.DataFiles.GetAsync),
            ct);
    }

    /// <summary>Creates data units out of uploaded files.</summary>
    /// <param name="units">The units. Keep a call to some hundreds and loop over batches.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>Their ids, in the order of <paramref name="units"/>.</returns>
    public Task<IReadOnlyList<long>> CreateDataUnitsAsync(IReadOnlyList<NewDataUnit> units, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return Engine.EffectAsync(
            new EffectCall<IReadOnlyList<long>>(
                BackendCall.CreateDataUnits,
                Digest(units),
                BackendCodecs.Ids,
                (key, token) => Engine.Backend.DataUnits.CreateAsync(units, key, token)),
            ct);
    }

    /// <summary>Creates an empty dataset.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<Dataset> CreateDatasetAsync(string name, CancellationToken ct = default) =>
        Engine.EffectAsync(
            new EffectCall<Dataset>(
                BackendCall.CreateDataset,
                name,
                BackendCodecs.Dataset,
                (key, token) => Engine.Backend.Datasets.CreateAsync(name, key, token),
                Engine.Backend.Datasets.GetAsync),
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
