namespace Synapse.Rules;

/// <summary>What a diagnostic tells the fix for it beyond its message.</summary>
internal static class FixProperties
{
    /// <summary>The name that stands for nothing.</summary>
    public const string Name = "Name";

    /// <summary>The steps that could be meant, as <c>nameof</c> takes them, one a line.</summary>
    public const string Steps = "Steps";
}
