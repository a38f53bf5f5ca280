namespace Fashion.Tests;

public class FileKindTests
{
    private static readonly FileKind Kind = new("Test", "test file", Version: 3);

    [Fact]
    public void Content_comes_back() => Assert.Equal((7, "text"), Kind.Read(Written(), reader => (reader.ReadInt32(), reader.ReadString())));

    [Fact]
    public void Content_may_be_nothing()
    {
        var file = new MemoryStream();
        Kind.Write(file, _ => { });
        file.Position = 0;

        Assert.Equal(1, Kind.Read(file, _ => 1));
    }

    [Fact]
    public void Wrong_magic_is_refused() => Refused("it does not start with \"Test\"", bytes => bytes[0] ^= 1);

    [Fact]
    public void Other_version_is_refused() => Refused("it has version 2, this program reads version 3", bytes => bytes[4] = 2);

    [Theory]
    [InlineData(3, "it should have 19 bytes, but has 25")]
    [InlineData(10, "it should have 26 bytes, but has 25")]
    public void Wrong_length_is_refused(byte length, string reason) => Refused(reason, bytes => bytes[8] = length);

    [Fact]
    public void Negative_length_is_refused() => Refused("it should have", bytes => bytes.AsSpan(8, 4).Fill(0xff));

    [Fact]
    public void Changed_content_is_refused() => Refused("it is corrupt: wrong checksum", bytes => bytes[12] ^= 1);

    [Fact]
    public void Changed_checksum_is_refused() => Refused("it is corrupt: wrong checksum", bytes => bytes[^1] ^= 1);

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Written().ToArray();

        Assert.All(Enumerable.Range(0, bytes.Length), length => Problem(bytes[..length]));
    }

    [Fact]
    public void Bytes_after_the_end_are_refused() => Assert.Contains("should have 25 bytes, but has 26", Problem([.. Written().ToArray(), 0]), StringComparison.Ordinal);

    [Fact]
    public void Content_that_is_not_read_whole_is_refused() =>
        Assert.Equal(
            "The test file cannot be read: it has 5 bytes too many.",
            Assert.Throws<InvalidDataException>(() => Kind.Read(Written(), reader => reader.ReadInt32())).Message);

    [Fact]
    public void Reader_that_wants_more_than_the_content_is_refused() =>
        Assert.Equal(
            "The test file cannot be read: it has 4 bytes too few.",
            Assert.Throws<InvalidDataException>(() => Kind.Read(Written(), reader => reader.ReadBytes(13))).Message);

    [Fact]
    public void Reader_that_wants_more_than_the_file_is_refused() =>
        Assert.Equal(
            "The test file cannot be read: it is truncated.",
            Assert.Throws<InvalidDataException>(() => Kind.Read(Written(), reader => Enumerable.Range(0, 99).Max(_ => reader.ReadByte()))).Message);

    // 4 magic, 4 version, 4 length, 9 content, 4 checksum
    private static MemoryStream Written()
    {
        var file = new MemoryStream();
        Kind.Write(file, writer =>
        {
            writer.Write(7);
            writer.Write("text");
        });
        file.Position = 0;
        return file;
    }

    private static void Refused(string reason, Action<byte[]> change)
    {
        var bytes = Written().ToArray();
        change(bytes);
        Assert.Contains($"The test file cannot be read: {reason}", Problem(bytes), StringComparison.Ordinal);
    }

    private static string Problem(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => Kind.Read(new MemoryStream(bytes), reader => (reader.ReadInt32(), reader.ReadString()))).Message;
}
