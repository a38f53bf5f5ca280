using System.Security.Cryptography;
using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

public sealed class UploadTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    [InlineData(3_000_000)]
    public async Task File_reads_back_whatever_its_size(int size)
    {
        var file = await _test.UploadAsync("a.bin", size);
        Assert.Equal(Sha256(_test.Source + "/a.bin"), await _test.ChecksumAsync(file.Id));
    }

    [Fact]
    public async Task Many_files_read_back_when_uploaded_in_parallel()
    {
        var paths = Enumerable.Range(0, 3000).Select(i => _test.Write($"{i}.bin", i % 700, i)).ToList();
        var files = await Task.WhenAll(paths.Select(path => _test.Files.UploadAsync(path, Path.GetFileName(path), path)));
        foreach (var (path, file) in paths.Zip(files))
        {
            Assert.Equal(Sha256(path), await _test.ChecksumAsync(file.Id));
        }
    }

    [Fact]
    public async Task File_is_there_after_reopening()
    {
        var file = await _test.UploadAsync("a.bin");
        _test.Reopen();
        Assert.Equal(file, await _test.Files.GetAsync(file.Id));
    }

    [Fact]
    public async Task Same_key_returns_the_same_file()
    {
        var first = await _test.UploadAsync("a.bin", key: "k");
        Assert.Equal(first, await _test.UploadAsync("a.bin", key: "k"));
    }

    [Fact]
    public async Task Same_key_stores_nothing_again()
    {
        await _test.UploadAsync("a.bin", key: "k");
        var before = new FileInfo(_test.Segment()).Length;
        await _test.UploadAsync("a.bin", key: "k");
        Assert.Equal(before, new FileInfo(_test.Segment()).Length);
    }

    [Fact]
    public async Task Same_key_at_the_same_time_makes_one_file()
    {
        var path = _test.Write("a.bin", 400);
        var files = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _test.Files.UploadAsync(path, "a.bin", "k")));
        Assert.Single(files.Select(file => file.Id).Distinct());
    }

    [Fact]
    public async Task Other_content_under_the_same_key_is_refused_naming_both()
    {
        var first = await _test.UploadAsync("a.bin", key: "k");
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.UploadAsync("a.bin", key: "k", seed: 2));
        Assert.Contains(first.Checksum, error.Message, StringComparison.Ordinal);
        Assert.Contains(Sha256(_test.Source + "/a.bin"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_name_under_the_same_key_is_refused_naming_both()
    {
        await _test.UploadAsync("a.bin", key: "k");
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.UploadAsync("b.bin", key: "k"));
        Assert.Contains("a.bin", error.Message, StringComparison.Ordinal);
        Assert.Contains("b.bin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_file_leaves_the_others_of_its_group_alone()
    {
        await _test.UploadAsync("a.bin", key: "k");
        var refused = _test.UploadAsync("b.bin", key: "k");
        var others = Enumerable.Range(0, 20).Select(i => _test.UploadAsync($"{i}.bin")).ToList();
        await Assert.ThrowsAsync<BackendException>(() => refused);
        Assert.Equal(20, (await Task.WhenAll(others)).Length);
    }

    [Fact]
    public async Task Uploaded_file_is_returned_although_its_source_is_gone()
    {
        var file = await _test.UploadAsync("a.bin", key: "k");
        File.Delete(_test.Source + "/a.bin");
        Assert.Equal(file, await _test.Files.UploadAsync(_test.Source + "/a.bin", "a.bin", "k"));
    }

    [Fact]
    public async Task Missing_source_is_named()
    {
        var path = _test.Source + "/nothing.bin";
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.UploadAsync(path, "n", "k"));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_as_source_is_said_to_be_one()
    {
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.UploadAsync(_test.Source, "n", "k"));
        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_without_permission_is_said_to_be_unreadable()
    {
        var path = _test.Write("a.bin", 1);
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("permissions do not bind this user");
            return;
        }

        File.SetUnixFileMode(path, UnixFileMode.None);
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.UploadAsync(path, "n", "k"));
        Assert.Contains("permissions", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_file_is_gone()
    {
        var file = await _test.UploadAsync("a.bin");
        Assert.True(await _test.Files.DeleteAsync(file.Id));
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.OpenAsync(file.Id));
        Assert.Contains($"data file {file.Id}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        var file = await _test.UploadAsync("a.bin");
        await _test.Files.DeleteAsync(file.Id);
        Assert.False(await _test.Files.DeleteAsync(file.Id));
    }

    [Fact]
    public async Task Key_of_a_deleted_file_makes_a_new_one()
    {
        var first = await _test.UploadAsync("a.bin", key: "k");
        await _test.Files.DeleteAsync(first.Id);
        var second = await _test.UploadAsync("a.bin", key: "k", seed: 2);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Deleted_files_do_not_count()
    {
        var first = await _test.UploadAsync("a.bin");
        await _test.UploadAsync("b.bin");
        await _test.Files.DeleteAsync(first.Id);
        Assert.Equal(1, await _test.Files.CountAsync());
    }

    [Fact]
    public async Task Content_can_be_read_from_any_position()
    {
        var file = await _test.UploadAsync("a.bin", 1000);
        await using var content = await _test.Files.OpenAsync(file.Id);
        content.Seek(-10, SeekOrigin.End);
        var tail = new byte[20];
        Assert.Equal(10, await content.ReadAsync(tail));
        Assert.Equal(File.ReadAllBytes(_test.Source + "/a.bin")[^10..], tail[..10]);
    }

    private static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
