namespace Fashion.Tests;

public class ImageSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Data_of_the_sample_is_read()
    {
        var images = ImageSet.ReadIdx(Idx.Data, "train");

        Assert.Equal(Enumerable.Range(0, Labels.Count), Enumerable.Range(0, images.Count).Select(images.Label).Distinct().Order());
    }

    [Fact]
    public void Plain_files_are_taken_before_gzipped_ones()
    {
        Idx.WriteFolder(_folder, 1, 2, 3);
        File.WriteAllBytes(_folder["train-labels-idx1-ubyte.gz"], Idx.Gzip(Idx.Labels(4, 5, 6)));

        Assert.Equal(1, ImageSet.ReadIdx(_folder.Path, "train").Label(0));
    }

    [Fact]
    public void Label_out_of_range_is_refused()
    {
        Idx.WriteFolder(_folder, 1, 9, 10);

        Refused("Image 2 has label 10, but the classes are 0 to 9.");
    }

    [Fact]
    public void Counts_that_differ_are_refused()
    {
        Idx.WriteFolder(_folder, 1, 2);
        File.WriteAllBytes(_folder["train-labels-idx1-ubyte"], Idx.Labels(1, 2, 3));

        Refused("The train split has 2 images but 3 labels.");
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        Idx.WriteFolder(_folder, 1);
        File.WriteAllBytes(_folder["train-images-idx3-ubyte"], Idx.Images(1, width: 27, height: 28));

        Refused("Images of the train split are 27×28, not 28×28.");
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => ImageSet.ReadIdx(_folder.Path, "test"));

        Assert.Contains("t10k-images-idx3-ubyte", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_labels_are_refused() =>
        Assert.Throws<InvalidDataException>(() => new ImageSet(new byte[ImageSet.Size - 1], [0]));

    [Fact]
    public void Fingerprint_tells_labels_apart() =>
        Assert.NotEqual(new ImageSet(new byte[ImageSet.Size], [1]).Fingerprint, new ImageSet(new byte[ImageSet.Size], [2]).Fingerprint);

    [Fact]
    public void Pixels_become_floats_from_0_to_1()
    {
        var floats = new float[3];
        ImageSet.ToFloats([0, 51, 255], floats);

        Assert.Equal([0f, 0.2f, 1f], floats);
    }

    public void Dispose() => _folder.Dispose();

    private void Refused(string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => ImageSet.ReadIdx(_folder.Path, "train")).Message);
}
