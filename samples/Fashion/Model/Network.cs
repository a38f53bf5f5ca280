using System.Numerics.Tensors;

namespace Fashion;

/// <summary>What the network sees, and how sure it is (0 to 1).</summary>
internal readonly record struct Prediction(int Label, float Probability)
{
    public string Name => Labels.Names[Label];
}

/// <summary>
/// A multi-layer perceptron: fully connected layers with ReLU between them and softmax at the end.
/// Safe for any number of concurrent predictions as long as nothing trains it.
/// </summary>
internal sealed partial class Network
{
    private const int MaxWidth = 4096; // Predict keeps activations on the stack

    private Network(int[] shape)
    {
        Shape = shape;
        var offset = 0;
        Layers = new Layer[shape.Length - 1];
        for (var i = 0; i < Layers.Length; i++)
        {
            Layers[i] = new Layer(shape[i], shape[i + 1], offset);
            offset += Layers[i].Length;
        }
        Parameters = new float[offset];
    }

    /// <summary>Width of each layer, from pixels to classes.</summary>
    public int[] Shape { get; }

    public Layer[] Layers { get; }

    /// <summary>Weights and biases of all layers in one block, so that the optimizer and files need not know of layers.</summary>
    public float[] Parameters { get; }

    /// <summary>An untrained network. One seed always gives one network.</summary>
    public static Network Create(ulong seed, params ReadOnlySpan<int> hidden)
    {
        foreach (var width in hidden)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, nameof(hidden));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxWidth, nameof(hidden));
        }
        var network = new Network([ImageSet.Size, .. hidden, Labels.Count]);
        var random = SplitMix.For(seed, a: 0);
        foreach (var layer in network.Layers)
        {
            // He initialization keeps the variance of activations alike through ReLU layers.
            var deviation = Math.Sqrt(2.0 / layer.Inputs);
            foreach (ref var weight in network.Parameters.AsSpan(layer.Offset, layer.Inputs * layer.Outputs))
            {
                weight = (float)(random.Normal() * deviation);
            }
        }
        return network;
    }

    /// <summary>Classifies an image of 28×28 gray bytes.</summary>
    public Prediction Predict(ReadOnlySpan<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, ImageSet.Size);
        Span<float> input = stackalloc float[ImageSet.Size];
        ImageSet.ToFloats(pixels, input);
        return Predict(input);
    }

    /// <summary>Classifies an image of 28×28 values from 0 to 1.</summary>
    public Prediction Predict(ReadOnlySpan<float> image)
    {
        Span<float> probabilities = stackalloc float[Labels.Count];
        Predict(image, probabilities);
        var label = TensorPrimitives.IndexOfMax<float>(probabilities);
        return new Prediction(label, probabilities[label]);
    }

    /// <summary>The probability of each class.</summary>
    public void Predict(scoped ReadOnlySpan<float> image, Span<float> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(image.Length, ImageSet.Size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, Labels.Count);
        Span<float> even = stackalloc float[MaxWidth], odd = stackalloc float[MaxWidth];
        for (var i = 0; i < Layers.Length - 1; i++)
        {
            var output = (i % 2 == 0 ? even : odd)[..Layers[i].Outputs];
            Layers[i].Forward(Parameters, image, output);
            Relu(output);
            image = output;
        }
        Layers[^1].Forward(Parameters, image, probabilities);
        Softmax(probabilities);
    }

    /// <summary>Classifies all images of a set.</summary>
    public Confusion Evaluate(ImageSet images, CancellationToken ct = default)
    {
        var confusion = new Confusion();
        for (var i = 0; i < images.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            confusion.Add(actual: images.Label(i), predicted: Predict(images.Pixels(i)).Label);
        }
        return confusion;
    }

    internal static void Relu(Span<float> values) => TensorPrimitives.Max(values, 0f, values);

    internal static void Softmax(Span<float> values)
    {
        // Less the maximum, as exp would overflow from 89 on.
        TensorPrimitives.Subtract(values, TensorPrimitives.Max<float>(values), values);
        TensorPrimitives.SoftMax(values, values);
    }
}
