using System.Runtime.InteropServices;

namespace Synapse.Runtime.Running.Loops;

/// <summary>
/// 128 bits of an item's key, for sets of millions of keys. Seeded anew in each process and never stored,
/// so that no input can be made to collide.
/// </summary>
internal static class KeyHash
{
    private static readonly ulong Seed1 = (ulong)Random.Shared.NextInt64() | 1;
    private static readonly ulong Seed2 = (ulong)Random.Shared.NextInt64() | 1;

    public static UInt128 Of(ReadOnlySpan<byte> key)
    {
        var first = Seed1 ^ (ulong)key.Length;
        var second = Seed2;
        while (key.Length >= sizeof(ulong))
        {
            Mix(ref first, ref second, MemoryMarshal.Read<ulong>(key));
            key = key[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (var i = 0; i < key.Length; i++)
        {
            rest |= (ulong)key[i] << (8 * i);
        }

        Mix(ref first, ref second, rest);
        Mix(ref first, ref second, Seed1);
        return new UInt128(first, second);
    }

    private static void Mix(ref ulong first, ref ulong second, ulong word)
    {
        var high = Math.BigMul(first ^ word ^ 0x9E3779B97F4A7C15, Seed1 ^ 0xD6E8FEB86659FD93, out var low);
        first = high ^ low ^ second;
        high = Math.BigMul(second ^ word ^ 0xC2B2AE3D27D4EB4F, Seed2 ^ 0xA0761D6478BD642F, out low);
        second = high ^ low ^ ulong.RotateLeft(first, 29);
    }
}
