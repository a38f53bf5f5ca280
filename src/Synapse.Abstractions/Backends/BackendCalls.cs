using System.Globalization;
using System.Security.Cryptography;
using Synapse.Wiring;

namespace Synapse.Backends;

/// <summary>Calls with models that several contexts offer.</summary>
internal static class ModelCalls
{
    public static async Task<Model> CreateAsync(IRunEngine engine, string path, IReadOnlyDictionary<string, double>? metrics, string? key, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"CreateModelAsync: there is no file {path}. Write the model before storing it.", path);
        }
        string checksum;
        await using (var content = File.OpenRead(path))
        {
            checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        }
        return await engine.EffectAsync(
            new EffectCall<Model>(
                BackendCall.CreateModel,
                checksum,
                BackendCodecs.Model,
                (effect, token) => engine.Backend.Models.CreateAsync(path, Path.GetFileName(path), metrics ?? new Dictionary<string, double>(), effect, token),
                engine.Backend.Models.GetAsync,
                key),
            ct);
    }

    public static async Task<T> LoadAsync<T>(IRunEngine engine, long id, Func<Stream, T> open, CancellationToken ct)
    {
        var model = await engine.Backend.Models.GetAsync(id, ct);
        await using (var content = await engine.Backend.Models.OpenAsync(id, ct))
        {
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            if (found != model.Checksum)
            {
                throw new BackendException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Model {id} ({model.Name}) is damaged: its content has SHA-256 {found}, stored as {model.Checksum}. Train or upload it again."));
            }
        }
        await using var checkedContent = await engine.Backend.Models.OpenAsync(id, ct);
        return open(checkedContent);
    }
}
