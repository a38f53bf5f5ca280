using System.Runtime.InteropServices;

namespace Synapse.Generators.Parsing;

/// <summary>Two independent 64-bit lanes: wide enough that equal hashes may be taken for equal text.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Hash128 : IEquatable<Hash128>
{
    private const ulong MultiplierA = 0x9E3779B97F4A7C15UL;
    private const ulong MultiplierB = 0xC2B2AE3D27D4EB4FUL;

    private ulong a;
    private ulong b;

    public void Add(ulong value)
    {
        a = unchecked((RotateLeft(a, 27) ^ value) * MultiplierA);
        a ^= a >> 29;
        b = unchecked((RotateLeft(b, 31) + value) * MultiplierB);
        b ^= b >> 32;
    }

    public void Add(string? text)
    {
        // The length first keeps "ab" + "c" apart from "a" + "bc"; null is no text at all.
        Add(text is null ? ulong.MaxValue : (ulong)text.Length);
        for (var i = 0; i < text?.Length; i += 4)
        {
            var chunk = 0UL;
            for (var j = i; j < text.Length && j < i + 4; j++)
            {
                chunk = (chunk << 16) | text[j];
            }

            Add(chunk);
        }
    }

    public void Add(Hash128 other)
    {
        Add(other.a);
        Add(other.b);
    }

    public readonly bool Equals(Hash128 other) => a == other.a && b == other.b;

    public override readonly bool Equals(object? obj) => obj is Hash128 other && Equals(other);

    public override readonly int GetHashCode() => unchecked((int)(a ^ (a >> 32)));

    public override readonly string ToString() => a.ToString("x16", System.Globalization.CultureInfo.InvariantCulture) + b.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private static ulong RotateLeft(ulong value, int by) => (value << by) | (value >> (64 - by));
}
