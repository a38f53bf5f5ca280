using System.Numerics.Tensors;

namespace Fashion;

/// <summary>
/// A fully connected layer: where its weights and biases lie in the one block of all parameters, and the mathematics on them.
/// A row of weights belongs to one <em>input</em>. So an input of zero, as half of the pixels and most
/// activations after ReLU are, skips its whole row, forwards and backwards.
/// </summary>
/// <remarks>
/// MultiplyAdd, not FusedMultiplyAdd: native code is built for any processor, where a fused one is emulated, many times as slow.
/// </remarks>
internal readonly record struct Layer(int Inputs, int Outputs, int Offset)
{
    public int Length => (Inputs + 1) * Outputs;

    /// <summary>The sum of weighted inputs, plus bias.</summary>
    public void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output)
    {
        parameters.Slice(Bias, Outputs).CopyTo(output);
        for (var i = 0; i < input.Length; i++)
        {
            if (input[i] != 0)
            {
                TensorPrimitives.MultiplyAdd(parameters.Slice(Row(i), Outputs), input[i], output, output);
            }
        }
    }

    /// <summary>The gradient of the loss by each weight and bias, summed over a batch.</summary>
    public void Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> deltas, Span<float> gradient)
    {
        var batch = deltas.Length / Outputs;
        for (var i = 0; i < Inputs; i++)
        {
            var row = gradient.Slice(Row(i), Outputs);
            row.Clear();
            for (var b = 0; b < batch; b++)
            {
                var input = inputs[(b * Inputs) + i];
                if (input != 0)
                {
                    TensorPrimitives.MultiplyAdd(deltas.Slice(b * Outputs, Outputs), input, row, row);
                }
            }
        }
        var bias = gradient.Slice(Bias, Outputs);
        bias.Clear();
        for (var b = 0; b < batch; b++)
        {
            TensorPrimitives.Add(bias, deltas.Slice(b * Outputs, Outputs), bias);
        }
    }

    /// <summary>The gradient by the inputs of a layer that follows a ReLU: zero where the ReLU gave zero.</summary>
    public void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> delta,
        Span<float> inputDelta)
    {
        for (var i = 0; i < Inputs; i++)
        {
            inputDelta[i] = input[i] > 0 ? TensorPrimitives.Dot(parameters.Slice(Row(i), Outputs), delta) : 0;
        }
    }

    private int Bias => Offset + (Inputs * Outputs);

    private int Row(int input) => Offset + (input * Outputs);
}
