namespace Fashion.Tests;

public class NetworkTests
{
    private static readonly FileKind ModelFile = new("FashNet", "Fashion model", Version: 1);

    [Fact]
    public void Network_comes_back_bit_for_bit()
    {
        var network = Network.Create(seed: 5, 12, 7);

        var loaded = Network.Load(Saved(network));

        Assert.Equal([784, 12, 7, 10], loaded.Shape);
        Assert.Equal(network.Parameters, loaded.Parameters);
    }

    [Fact]
    public void Loaded_network_predicts_the_same()
    {
        var network = Network.Create(seed: 5, 12);
        var image = Idx.Pattern(ImageSet.Size);

        Assert.Equal(network.Predict(image), Network.Load(Saved(network)).Predict(image));
    }

    [Fact]
    public void Training_state_is_no_model()
    {
        var state = new MemoryStream();
        new Trainer(Network.Create(1, 4), Pictures.Bars(10), new()).SaveState(state);
        state.Position = 0;

        Assert.Equal(
            "The Fashion model cannot be read: it does not start with \"FashNet\".",
            Assert.Throws<InvalidDataException>(() => Network.Load(state)).Message);
    }

    [Theory]
    [InlineData("a network of 1 layers is not supported", 784)]
    [InlineData("a network of 11 layers is not supported", 784, 1, 1, 1, 1, 1, 1, 1, 1, 1, 10)]
    [InlineData("its shape 783-10 is not from 784 pixels to 10 classes", 783, 10)]
    [InlineData("its shape 784-9 is not from 784 pixels to 10 classes", 784, 9)]
    [InlineData("its shape 784-0-10 is not from 784 pixels to 10 classes", 784, 0, 10)]
    [InlineData("its shape 784-4097-10 is not from 784 pixels to 10 classes", 784, 4097, 10)]
    [InlineData("it is truncated", 784, 10)]
    public void Model_of_another_shape_is_refused(string reason, params int[] shape)
    {
        var file = new MemoryStream();
        ModelFile.Write(file, writer =>
        {
            writer.Write(shape.Length);
            Array.ForEach(shape, writer.Write);
        });
        file.Position = 0;

        Assert.Equal($"The Fashion model cannot be read: {reason}.", Assert.Throws<InvalidDataException>(() => Network.Load(file)).Message);
    }

    [Fact]
    public void Same_seed_gives_the_same_network() => Assert.Equal(Network.Create(3, 8).Parameters, Network.Create(3, 8).Parameters);

    [Fact]
    public void Other_seed_gives_another_network() => Assert.NotEqual(Network.Create(3, 8).Parameters, Network.Create(4, 8).Parameters);

    [Theory]
    [InlineData(0)]
    [InlineData(4097)]
    public void Width_out_of_range_is_refused(int width) => Assert.Throws<ArgumentOutOfRangeException>(() => Network.Create(1, width));

    [Fact]
    public void Probabilities_add_up_to_one()
    {
        var probabilities = new float[Labels.Count];
        Network.Create(1, 16).Predict(new float[ImageSet.Size], probabilities);

        Assert.Equal(1, probabilities.Sum(), 1e-5);
    }

    [Fact]
    public void Softmax_of_large_values_does_not_overflow()
    {
        float[] values = [1000, 0, -1000];
        Network.Softmax(values);

        Assert.Equal([1, 0, 0], values);
    }

    [Fact]
    public void Image_of_another_size_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Network.Create(1, 4).Predict(new byte[ImageSet.Size - 1]));

    [Fact]
    public void Evaluation_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => Network.Create(1, 4).Evaluate(Pictures.Bars(10), new CancellationToken(canceled: true)));

    [Fact]
    public void Evaluation_counts_every_image() => Assert.Equal(30, Network.Create(1, 4).Evaluate(Pictures.Bars(30)).Total);

    private static MemoryStream Saved(Network network)
    {
        var file = new MemoryStream();
        network.Save(file);
        file.Position = 0;
        return file;
    }
}
