using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

/// <summary>Stored content whose bytes changed on the disk.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Flipped_byte_in_a_segment_is_refused_naming_the_file()
    {
        var file = await _test.UploadAsync("a.bin", 1_000);
        _test.Reopen();
        Flip(_test.Segment(), new FileInfo(_test.Segment()).Length - 500);
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.OpenAsync(file.Id));
        Assert.Contains($"data file {file.Id} (a.bin): its content is missing or damaged (segment 1 has other bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("Upload or train it again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_contents_of_a_damaged_segment_are_read_as_ever()
    {
        var whole = await _test.UploadAsync("a.bin", 1_000);
        await _test.UploadAsync("b.bin", 1_000, seed: 2);
        _test.Reopen();
        Flip(_test.Segment(), new FileInfo(_test.Segment()).Length - 500);
        Assert.Equal(whole.Checksum, await _test.ChecksumAsync(whole.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500_000)]
    [InlineData(999_999)]
    public async Task Flipped_byte_in_a_blob_fails_the_read_of_its_last_byte(int at)
    {
        var file = await _test.UploadAsync("a.bin", 1_000_000);
        Flip(Blob(file), at);
        await using var content = await _test.Files.OpenAsync(file.Id);
        var error = await Assert.ThrowsAsync<BackendException>(async () => await content.ReadExactlyAsync(new byte[1_000_000]));
        Assert.Contains($"data file {file.Id} (a.bin): its content is missing or damaged (the blob has SHA-256", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(999_999)]
    public async Task Whole_blob_is_read_to_its_end_in_pieces_of_any_size(int piece)
    {
        var file = await _test.UploadAsync("a.bin", 300_001);
        await using var content = await _test.Files.OpenAsync(file.Id);
        var all = new MemoryStream();
        var buffer = new byte[piece];
        int read;
        while ((read = content.Read(buffer, 0, piece)) > 0)
        {
            all.Write(buffer, 0, read);
        }

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_test.Source, "a.bin")), all.ToArray());
    }

    [Fact]
    public async Task Blob_is_compared_as_a_whole_before_it_is_read_elsewhere_than_forward()
    {
        var file = await _test.UploadAsync("a.bin", 1_000_000);
        await using (var content = await _test.Files.OpenAsync(file.Id))
        {
            content.Seek(-10, SeekOrigin.End);
            var tail = new byte[20];
            Assert.Equal(10, await content.ReadAsync(tail));
            content.Position = 0;
            Assert.Equal(file.Checksum, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content)));
        }

        Flip(Blob(file), 7);
        await using var damaged = await _test.Files.OpenAsync(file.Id);
        Assert.Throws<BackendException>(() => damaged.Seek(-10, SeekOrigin.End));
    }

    private string Blob(DataFile file) => Path.Combine(_test.Folder, "blobs", file.Checksum[..2], file.Checksum);

    private static void Flip(string path, long at)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        var before = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(before ^ 1));
    }
}
