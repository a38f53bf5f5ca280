namespace Fashion.Tests;

public class FashionFolderTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _folder = new();

    public FashionFolderTests() => Idx.WriteFolder(_data, 0, 3, 9);

    [Fact]
    public void Every_image_is_unpacked()
    {
        FashionFolder.Unpack(_data.Path, _folder.Path);

        Assert.True(GrayPng.TryDecode(File.ReadAllBytes(_folder["test/00003.png"]), out var image, out var problem), problem);
        Assert.Equal(ImageSet.ReadIdx(_data.Path, "test").Pixels(2), image.Pixels);
    }

    [Fact]
    public void Labels_come_back_as_they_were_written()
    {
        var written = FashionFolder.Unpack(_data.Path, _folder.Path);

        Assert.Equal(6, written.Count);
        Assert.Equal(written, FashionFolder.ReadLabels(_folder.Path));
    }

    [Fact]
    public void Limit_is_for_each_split()
    {
        var written = FashionFolder.Unpack(_data.Path, _folder.Path, limit: 2);

        Assert.Equal(["train/00001.png", "train/00002.png", "test/00001.png", "test/00002.png"], written.Select(f => f.File));
        Assert.Equal(4, Directory.GetFiles(_folder.Path, "*.png", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Cancelled_unpacking_writes_no_labels()
    {
        Assert.Throws<OperationCanceledException>(() => FashionFolder.Unpack(_data.Path, _folder.Path, ct: new CancellationToken(canceled: true)));

        Assert.False(File.Exists(_folder[FashionFolder.LabelsFile]));
    }

    [Fact]
    public void Blank_lines_spaces_and_carriage_returns_are_passed_over()
    {
        Write("file,label,split \r", "", " a.png , Ankle boot , test\r", "  ");

        Assert.Equal([new LabelledFile("a.png", 9, "test")], FashionFolder.ReadLabels(_folder.Path));
    }

    [Fact]
    public void Folder_without_images_is_read()
    {
        Write(FashionFolder.Header);

        Assert.Empty(FashionFolder.ReadLabels(_folder.Path));
    }

    [Fact]
    public void Empty_file_is_refused()
    {
        File.WriteAllText(_folder[FashionFolder.LabelsFile], "");

        Refused("labels.csv is empty.");
    }

    [Fact]
    public void Missing_file_is_named() =>
        Assert.Contains("labels.csv", Assert.Throws<FileNotFoundException>(() => FashionFolder.ReadLabels(_folder.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_header_is_refused()
    {
        Write("file,split,label");

        Refused("labels.csv, line 1: the header must be \"file,label,split\", not \"file,split,label\".");
    }

    [Theory]
    [InlineData("b.png,Coat", "expected 3 values as in \"file,label,split\", found \"b.png,Coat\"")]
    [InlineData("b.png,Coat,test,1", "expected 3 values as in \"file,label,split\", found \"b.png,Coat,test,1\"")]
    [InlineData(",Coat,test", "\"\" is no file below the folder")]
    [InlineData("/b.png,Coat,test", "\"/b.png\" is no file below the folder")]
    [InlineData("../b.png,Coat,test", "\"../b.png\" is no file below the folder")]
    [InlineData("x/../../b.png,Coat,test", "\"x/../../b.png\" is no file below the folder")]
    [InlineData("b.png,coat,test", "unknown label \"coat\"; known are T-shirt/top, Trouser")]
    [InlineData("b.png,Coat,val", "unknown split \"val\"; known are train, test")]
    [InlineData("a.png,Coat,test", "\"a.png\" is listed twice")]
    public void Wrong_line_is_refused_with_its_number(string line, string reason)
    {
        Write(FashionFolder.Header, "a.png,Bag,train", "", line);

        Refused($"labels.csv, line 4: {reason}");
    }

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    private void Write(params string[] lines) => File.WriteAllText(_folder[FashionFolder.LabelsFile], string.Join('\n', lines));

    private void Refused(string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => FashionFolder.ReadLabels(_folder.Path)).Message, StringComparison.Ordinal);
}
