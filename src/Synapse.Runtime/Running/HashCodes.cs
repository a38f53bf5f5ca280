namespace Synapse.Runtime.Running;

/// <summary>Hashes that are the same in every process, unlike those of the framework.</summary>
internal static class HashCodes
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static int Stable(string text)
    {
        var hash = Offset;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * Prime);
        }

        return unchecked((int)hash);
    }
}
