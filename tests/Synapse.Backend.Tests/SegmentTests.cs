using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

public sealed class SegmentTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    public async Task Torn_record_at_the_tail_is_written_over(int torn)
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        var whole = await File.ReadAllBytesAsync(_test.Segment());
        await File.WriteAllBytesAsync(_test.Segment(), [.. whole, .. whole[..torn]]);
        var second = await _test.UploadAsync("b.bin", seed: 2);
        Assert.Equal(second.Checksum, await _test.ChecksumAsync(second.Id));
        _test.Reopen();
        Assert.Equal(whole, (await File.ReadAllBytesAsync(_test.Segment()))[..whole.Length]);
    }

    [Fact]
    public async Task Files_before_a_torn_tail_stay_readable()
    {
        var first = await _test.UploadAsync("a.bin");
        _test.Reopen();
        await File.AppendAllTextAsync(_test.Segment(), "SYNC torn");
        await _test.UploadAsync("b.bin", seed: 2);
        Assert.Equal(first.Checksum, await _test.ChecksumAsync(first.Id));
    }

    [Fact]
    public async Task Whole_records_without_a_row_are_not_written_over()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        var whole = await File.ReadAllBytesAsync(_test.Segment());
        await File.WriteAllBytesAsync(_test.Segment(), [.. whole, .. whole]);
        await _test.UploadAsync("b.bin", seed: 2);
        byte[] expected = [.. whole, .. whole];
        _test.Reopen();
        Assert.Equal(expected, (await File.ReadAllBytesAsync(_test.Segment()))[..(2 * whole.Length)]);
    }

    [Fact]
    public async Task Segment_goes_on_after_reopening()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        await _test.UploadAsync("b.bin");
        Assert.False(File.Exists(_test.Segment(2)));
    }

    [Fact]
    public async Task Full_segment_is_followed_by_the_next_one()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        using (var segment = File.OpenWrite(_test.Segment()))
        {
            segment.SetLength(256 * 1024 * 1024);
        }

        var file = await _test.UploadAsync("b.bin", seed: 2);
        Assert.True(File.Exists(_test.Segment(2)));
        Assert.Equal(file.Checksum, await _test.ChecksumAsync(file.Id));
    }

    [Fact]
    public async Task Second_appender_takes_a_segment_of_its_own()
    {
        await _test.UploadAsync("a.bin");
        using var second = _test.Second();
        var file = await second.DataFiles.UploadAsync(_test.Write("b.bin", 400), "b.bin", "b");
        Assert.True(File.Exists(_test.Segment(2)));
        Assert.Equal(file.Checksum, await _test.ChecksumAsync(file.Id));
    }

    [Fact]
    public async Task Cut_off_content_is_refused_naming_the_file()
    {
        var file = await _test.UploadAsync("a.bin");
        _test.Reopen();
        await File.WriteAllBytesAsync(_test.Segment(), []);
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.OpenAsync(file.Id));
        Assert.Contains($"data file {file.Id} (a.bin)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_blob_is_refused_naming_the_file()
    {
        var file = await _test.UploadAsync("a.bin", 300_000);
        File.Delete(Path.Combine(_test.Folder, "blobs", file.Checksum[..2], file.Checksum));
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.OpenAsync(file.Id));
        Assert.Contains($"data file {file.Id} (a.bin)", error.Message, StringComparison.Ordinal);
    }
}
