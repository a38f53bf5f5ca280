namespace Fashion.Tests;

public class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["file"];

    [Fact]
    public void Images_are_read_with_their_sizes()
    {
        Write(Idx.Images(count: 3, width: 5, height: 4));

        var images = IdxFile.ReadImages(File);

        Assert.Equal((3, 5, 4), (images.Count, images.Width, images.Height));
        Assert.Equal(Idx.Pattern(60), images.Pixels);
    }

    [Fact]
    public void Labels_are_read()
    {
        Write(Idx.Labels(1, 9, 0));

        Assert.Equal([1, 9, 0], IdxFile.ReadLabels(File));
    }

    [Fact]
    public void Gzip_is_unpacked()
    {
        Write(Idx.Gzip(Idx.Labels(1, 9, 0)));

        Assert.Equal([1, 9, 0], IdxFile.ReadLabels(File));
    }

    [Fact]
    public void File_without_items_is_empty()
    {
        Write(Idx.Labels());

        Assert.Empty(IdxFile.ReadLabels(File));
    }

    [Fact]
    public void Labels_are_refused_where_images_belong()
    {
        Write([.. Idx.Labels(1, 2, 3), .. new byte[9]]);

        Refused(() => IdxFile.ReadImages(File), "not IDX images: the file starts with 0x00000801, not 0x00000803.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(15)]
    public void Short_header_is_refused(int length)
    {
        Write(Idx.Images(1, 1, 1)[..length]);

        Refused(() => IdxFile.ReadImages(File), $"{length} bytes are too few for an IDX header of 16.");
    }

    [Fact]
    public void File_that_is_too_short_is_refused()
    {
        Write(Idx.Images(2, 3, 3)[..^1]);

        Refused(() => IdxFile.ReadImages(File), "is truncated: the header promises 18 bytes, the file holds 17.");
    }

    [Fact]
    public void File_that_is_too_long_is_refused()
    {
        Write([.. Idx.Labels(1, 2), 3]);

        Refused(() => IdxFile.ReadLabels(File), "is too long: the header promises 2 bytes, the file holds 3.");
    }

    [Fact]
    public void Sizes_that_overflow_are_refused()
    {
        Write(Idx.Make(0x803, [uint.MaxValue, uint.MaxValue, uint.MaxValue], [1]));

        Refused(() => IdxFile.ReadImages(File), "is truncated: the header promises 79228162458924105385300197375 bytes");
    }

    [Fact]
    public void Truncated_gzip_is_refused()
    {
        Write(Idx.Gzip(Idx.Images(20, 28, 28))[..5000]);

        Refused(() => IdxFile.ReadImages(File), File);
    }

    [Fact]
    public void Broken_gzip_is_refused()
    {
        var file = Idx.Gzip(Idx.Labels(1, 2, 3));
        file[10] ^= 0xff;
        Write(file);

        Refused(() => IdxFile.ReadLabels(File), "broken gzip data");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(byte[] content) => System.IO.File.WriteAllBytes(File, content);

    private static void Refused(Action read, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(read).Message, StringComparison.Ordinal);
}
