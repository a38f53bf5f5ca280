namespace Fashion;

/// <summary>How to train. The defaults suit both the small and the full data set.</summary>
internal sealed record TrainerOptions
{
    /// <summary>Passes over the training images; the learning rate falls to zero over all of them.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Images per step of the optimizer.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The highest learning rate, that of the start.</summary>
    public float LearningRate { get; init; } = 0.03f;

    /// <summary>How much of the last step is in the next one.</summary>
    public float Momentum { get; init; } = 0.9f;

    /// <summary>Pulls weights to zero, against overfitting.</summary>
    public float WeightDecay { get; init; } = 3e-4f;

    /// <summary>Whether images are shifted by a pixel at random.</summary>
    public bool Augment { get; init; } = true;

    /// <summary>One seed and one data set give one network, bit for bit, on any number of cores. Another vector width rounds some sums differently.</summary>
    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option has no sense.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1, nameof(Epochs));
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1, nameof(BatchSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 4096, nameof(BatchSize));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LearningRate, nameof(LearningRate));
        ArgumentOutOfRangeException.ThrowIfNegative(Momentum, nameof(Momentum));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Momentum, 1, nameof(Momentum));
        ArgumentOutOfRangeException.ThrowIfNegative(WeightDecay, nameof(WeightDecay));
    }
}
