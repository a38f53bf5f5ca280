using System.Numerics.Tensors;

namespace Fashion;

/// <summary>One thread's share of the work: runs its images of a batch through the network and back. Allocates once.</summary>
internal sealed class Shard
{
    private readonly Network network;
    private readonly ImageSet images;
    private readonly TrainerOptions options;
    private readonly float[][] inputs;  // of each layer: an image or the output of the layer before, a row for each image
    private readonly float[][] deltas;  // of each layer: the gradient of the loss by its output
    private int epoch;

    public Shard(Network network, ImageSet images, TrainerOptions options, int capacity)
    {
        (this.network, this.images, this.options) = (network, images, options);
        inputs = [.. network.Layers.Select(layer => new float[capacity * layer.Inputs])];
        deltas = [.. network.Layers.Select(layer => new float[capacity * layer.Outputs])];
        Gradient = new float[network.Parameters.Length];
    }

    /// <summary>The gradient of the mean loss of the batch, as far as this shard's images add to it.</summary>
    public float[] Gradient { get; }

    /// <summary>Summed over the images of the epoch so far.</summary>
    public double Loss { get; private set; }

    public int Correct { get; private set; }

    public void StartEpoch(int epoch) => (this.epoch, Loss, Correct) = (epoch, 0, 0);

    public void Train(ReadOnlySpan<int> chosen, int batchSize)
    {
        for (var row = 0; row < chosen.Length; row++)
        {
            LoadImage(chosen[row], row);
            Forward(row);
            CompareWith(images.Label(chosen[row]), row, batchSize);
            Backward(row);
        }
        for (var i = 0; i < network.Layers.Length; i++)
        {
            var layer = network.Layers[i];
            layer.Gradient(inputs[i], deltas[i].AsSpan(0, chosen.Length * layer.Outputs), Gradient);
        }
    }

    private void LoadImage(int image, int row)
    {
        var target = Row(inputs[0], row, ImageSet.Size);
        if (options.Augment)
        {
            Augmentation.Shift(images.Pixels(image), target, SplitMix.For(options.Seed, (ulong)epoch + 1, (ulong)image + 1));
        }
        else
        {
            ImageSet.ToFloats(images.Pixels(image), target);
        }
    }

    private void Forward(int row)
    {
        for (var i = 0; i < network.Layers.Length; i++)
        {
            var layer = network.Layers[i];
            var last = i == network.Layers.Length - 1;
            var output = Row(last ? deltas[i] : inputs[i + 1], row, layer.Outputs);
            layer.Forward(network.Parameters, Row(inputs[i], row, layer.Inputs), output);
            if (last)
            {
                Network.Softmax(output);
            }
            else
            {
                Network.Relu(output);
            }
        }
    }

    /// <summary>Turns probabilities into the gradient of cross-entropy by the values before softmax: probability - truth.</summary>
    private void CompareWith(int label, int row, int batchSize)
    {
        var output = Row(deltas[^1], row, Labels.Count);
        Correct += TensorPrimitives.IndexOfMax<float>(output) == label ? 1 : 0;
        Loss -= Math.Log(Math.Max(output[label], float.Epsilon));
        output[label] -= 1;
        TensorPrimitives.Multiply(output, 1f / batchSize, output);
    }

    private void Backward(int row)
    {
        for (var i = network.Layers.Length - 1; i > 0; i--)
        {
            var layer = network.Layers[i];
            layer.Backward(
                network.Parameters,
                Row(inputs[i], row, layer.Inputs),
                Row(deltas[i], row, layer.Outputs),
                Row(deltas[i - 1], row, layer.Inputs));
        }
    }

    private static Span<float> Row(float[] block, int row, int width) => block.AsSpan(row * width, width);
}
