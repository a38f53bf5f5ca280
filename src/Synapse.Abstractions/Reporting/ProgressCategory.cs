namespace Synapse;

/// <summary>What a progress report is about. The generator writes the ones of each action: <c>Progress.Train</c>.</summary>
/// <param name="Name">The platform's name, in snake_case.</param>
public readonly record struct ProgressCategory(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
