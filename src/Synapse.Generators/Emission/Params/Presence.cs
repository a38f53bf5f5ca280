namespace Synapse.Generators.Emission.Params;

/// <summary>Which members were given: bits in words of 64.</summary>
internal static class Presence
{
    public const int WordSize = 64;

    public static string Field(int member) => "Has" + (member / WordSize);

    public static string Bit(int member) => $"1UL << {member % WordSize}";

    public static string Test(int member) => $"(given.{Field(member)} & ({Bit(member)})) != 0";
}
