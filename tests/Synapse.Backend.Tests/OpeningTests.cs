using Synapse.Backend.Tests.Support;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;

namespace Synapse.Backend.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Nothing_is_created_until_it_is_used()
    {
        using (new LocalBackend(_test.StateFolder))
        {
            Assert.False(Directory.Exists(_test.State));
        }

        Assert.False(Directory.Exists(_test.State));
    }

    [Fact]
    public async Task Relative_place_is_taken_from_the_current_folder()
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, _test.State);
        using (var backend = new LocalBackend(StateFolder.At(relative)))
        {
            await backend.DataFiles.CountAsync();
        }

        Assert.True(Directory.Exists(_test.Folder));
    }

    [Fact]
    public async Task Folders_are_for_their_owner_only()
    {
        await _test.UploadAsync("a.bin", 300_000);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there are no such modes");
        }

        Assert.All(
            Directory.EnumerateDirectories(_test.Folder, "*", SearchOption.AllDirectories).Append(_test.Folder),
            folder => Assert.Equal("700", Convert.ToString((int)new DirectoryInfo(folder).UnixFileMode, 8)));
    }

    [Fact]
    public async Task Unfinished_temporary_files_are_swept()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        var left = Path.Combine(_test.Folder, "tmp", "left");
        await File.WriteAllTextAsync(left, "half");
        await _test.Files.CountAsync();
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task Temporary_files_stay_while_another_process_may_write_them()
    {
        await _test.UploadAsync("a.bin");
        var busy = Path.Combine(_test.Folder, "tmp", "busy");
        await File.WriteAllTextAsync(busy, "half");
        using (var second = _test.Second())
        {
            await second.DataFiles.CountAsync();
        }

        Assert.True(File.Exists(busy));
    }

    [Fact]
    public async Task Lost_index_is_refused_instead_of_looking_empty()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        File.Delete(Path.Combine(_test.Folder, "local.db"));
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.CountAsync());
        Assert.Contains("Put back a copy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_index_is_said_to_be_damaged()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        await File.WriteAllTextAsync(Path.Combine(_test.Folder, "local.db"), new string('x', 5000));
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.Files.CountAsync());
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_after_closing_is_refused()
    {
        var backend = _test.Second();
        await backend.DataFiles.CountAsync();
        backend.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => backend.DataFiles.CountAsync());
    }
}
