using System.Numerics.Tensors;

namespace Fashion;

/// <summary>Gradient descent with momentum and weight decay.</summary>
internal sealed class Optimizer(Network network, TrainerOptions options)
{
    private const int Chunk = 2048; // floats that stay in the first-level cache through all passes over them

    /// <summary>The decaying sum of past gradients; a resumed training needs it.</summary>
    public float[] Velocity { get; } = new float[network.Parameters.Length];

    public int Length => Velocity.Length;

    /// <summary>Moves a part of the parameters against the sum of the shards' gradients.</summary>
    public void Step(Range part, Shard[] shards, float learningRate)
    {
        var (offset, length) = part.GetOffsetAndLength(Length);
        for (var end = offset + length; offset < end; offset += Chunk)
        {
            var size = Math.Min(Chunk, end - offset);
            var parameters = network.Parameters.AsSpan(offset, size);
            var velocity = Velocity.AsSpan(offset, size);
            TensorPrimitives.Multiply(velocity, options.Momentum, velocity);
            TensorPrimitives.MultiplyAdd(parameters, options.WeightDecay, velocity, velocity);
            foreach (var shard in shards)
            {
                TensorPrimitives.Add(velocity, shard.Gradient.AsSpan(offset, size), velocity);
            }
            TensorPrimitives.MultiplyAdd(velocity, -learningRate, parameters, parameters);
        }
    }
}
