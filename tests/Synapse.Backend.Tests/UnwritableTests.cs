using Synapse.Backend.Tests.Support;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;

namespace Synapse.Backend.Tests;

public sealed class UnwritableTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Place_that_cannot_be_written_is_named()
    {
        var file = _test.Write("a.bin", 10);
        using var backend = new LocalBackend(StateFolder.At(Path.Combine(file, StateFolder.FolderName)));
        var error = await Assert.ThrowsAsync<BackendException>(() => backend.DataFiles.CountAsync());
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_append_reaches_the_caller_with_its_cause()
    {
        await BreakSegmentsAsync();
        var error = await Assert.ThrowsAsync<BackendException>(() => _test.UploadAsync("b.bin"));
        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }

    [Fact]
    public async Task Upload_works_again_once_the_cause_is_gone()
    {
        var moved = await BreakSegmentsAsync();
        await Assert.ThrowsAsync<BackendException>(() => _test.UploadAsync("b.bin"));
        Directory.Move(moved, Path.Combine(_test.Folder, "segments"));
        var file = await _test.UploadAsync("b.bin");
        Assert.Equal(file.Checksum, await _test.ChecksumAsync(file.Id));
    }

    private async Task<string> BreakSegmentsAsync()
    {
        await _test.Files.CountAsync();
        var segments = Path.Combine(_test.Folder, "segments");
        Directory.Move(segments, segments + ".moved");
        return segments + ".moved";
    }
}
