namespace Synapse;

/// <summary>A checkpoint that a step saved.</summary>
/// <param name="number">Which one it is, as given when it was saved.</param>
/// <param name="path">Where its content is.</param>
public sealed class Checkpoint(long number, string path)
{
    /// <summary>Which one it is, as given when it was saved.</summary>
    public long Number { get; } = number;

    /// <summary>Opens the content for reading.</summary>
    public Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
}
