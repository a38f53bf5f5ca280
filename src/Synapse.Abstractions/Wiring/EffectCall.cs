using System.ComponentModel;
using Synapse.Journaling;

namespace Synapse.Wiring;

/// <summary>A call on a backend that creates something.</summary>
/// <typeparam name="T">Its answer.</typeparam>
/// <param name="Kind">Which call, for instance <c>upload_file</c>: one of <see cref="Backends.BackendCall"/>.</param>
/// <param name="Digest">Digest of the request: the same key with another digest is an error.</param>
/// <param name="Codec">How the answer is journaled.</param>
/// <param name="Create">The call; gets the effect's key.</param>
/// <param name="Find">What was created, by its id, or null where there is no single one.</param>
/// <param name="Key">Tells the call apart from others of its kind in one body, or null where it is told apart by its order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EffectCall<T>(
    string Kind,
    string Digest,
    Codec<T> Codec,
    Func<string, CancellationToken, Task<T>> Create,
    Func<long, CancellationToken, Task<T>>? Find = null,
    string? Key = null);
