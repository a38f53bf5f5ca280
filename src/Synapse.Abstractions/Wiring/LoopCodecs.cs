using System.ComponentModel;
using Synapse.Journaling;

namespace Synapse.Wiring;

/// <summary>The codecs that loops and helper calls find by type alone. Generated code registers them before a run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopCodecs
{
    /// <summary>Makes the codec of a type known.</summary>
    public static void Register<T>(Codec<T> codec) => Slot<T>.Codec = codec;

    /// <summary>The codec of a type.</summary>
    /// <exception cref="InvalidOperationException">No step returns the type and it is not <c>[Journaled]</c>.</exception>
    public static Codec<T> Get<T>() => Slot<T>.Codec
        ?? throw new InvalidOperationException($"{typeof(T)} cannot be journaled as a loop result: no step returns it. Mark it [Journaled].");

    private static class Slot<T>
    {
        public static Codec<T>? Codec = ScalarCodecs.Find<T>();
    }
}
