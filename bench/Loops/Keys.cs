namespace Loops;

internal static class Keys
{
    private static ulong sink;

    /// <summary>Sixteen characters without order, the same for the same number.</summary>
    public static string Of(int number) => string.Create(16, Mixed((ulong)number), static (text, bits) =>
    {
        for (var i = 0; i < text.Length; i++, bits >>= 4)
        {
            text[i] = "0123456789abcdef"[(int)(bits & 15)];
        }
    });

    public static void Work(int rounds)
    {
        var value = (ulong)rounds;
        for (var i = 0; i < rounds; i++)
        {
            value = Mixed(value);
        }
        if (value == 0)
        {
            sink = value;
        }
    }

    private static ulong Mixed(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
