using System.Security.Cryptography;
using Synapse.Backend.Tests.Support;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Check;

namespace Synapse.Backend.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Sound_backend_is_said_to_be_sound()
    {
        await _test.UploadAsync("a.bin");
        await _test.UploadAsync("b.bin", 300_000);
        var report = Check();
        Assert.True(report.IsSound);
        Assert.Equal((2, new UnusedContent(0, 0, 0)), (report.Checked, report.Unused));
    }

    [Fact]
    public void Backend_that_was_never_used_is_sound_and_stays_uncreated()
    {
        Assert.True(Check().IsSound);
        Assert.False(Directory.Exists(_test.State));
    }

    [Fact]
    public async Task Flipped_bit_in_a_segment_is_found()
    {
        var file = await _test.UploadAsync("a.bin");
        await _test.UploadAsync("b.bin", seed: 2);
        _test.Reopen();
        await Flip(_test.Segment(), 100);
        var damaged = Assert.Single(Check().Damaged);
        Assert.Equal(("data file", file.Id, "a.bin"), (damaged.Kind, damaged.Id, damaged.Name));
    }

    [Fact]
    public async Task Records_behind_a_bad_place_are_still_seen()
    {
        await _test.UploadAsync("a.bin");
        await _test.UploadAsync("b.bin", seed: 2);
        _test.Reopen();
        await Flip(_test.Segment(), 100);
        Assert.Equal([new BadPlace(1, 0)], Check().BadPlaces);
    }

    [Fact]
    public async Task Torn_tail_is_no_damage()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        await File.AppendAllTextAsync(_test.Segment(), "SYNC torn");
        Assert.True(Check().IsSound);
    }

    [Fact]
    public async Task Missing_blob_is_found()
    {
        var file = await _test.UploadAsync("a.bin", 300_000);
        File.Delete(Blob(file));
        Assert.Equal(file.Id, Assert.Single(Check().Damaged).Id);
    }

    [Fact]
    public async Task Content_of_a_deleted_file_is_unused()
    {
        var file = await _test.UploadAsync("a.bin");
        await _test.Files.DeleteAsync(file.Id);
        Assert.Equal(new UnusedContent(1, 0, 440), Check().Unused);
    }

    [Fact]
    public async Task Record_without_a_row_is_unused()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        await File.WriteAllBytesAsync(_test.Segment(), [.. await File.ReadAllBytesAsync(_test.Segment()), .. await File.ReadAllBytesAsync(_test.Segment())]);
        Assert.Equal(1, Check().Unused.Records);
    }

    [Fact]
    public async Task Rebuilt_index_has_the_files_and_models_of_the_lost_one()
    {
        var small = await _test.UploadAsync("a.bin", key: "small");
        var large = await _test.UploadAsync("b.bin", 300_000, "large");
        await _test.Backend.Models.CreateAsync(_test.Write("m.bin", 10), "m.bin", new Dictionary<string, double> { ["loss"] = 0.5 }, "model");
        _test.Reopen();
        File.Delete(Path.Combine(_test.Folder, "local.db"));

        Assert.Equal((2, 1, 0), IndexRebuild.Run(_test.StateFolder));
        Assert.Equal(small.Checksum, await _test.ChecksumAsync((await _test.UploadAsync("a.bin", key: "small")).Id));
        Assert.Equal(large.Checksum, await _test.ChecksumAsync((await _test.UploadAsync("b.bin", 300_000, "large")).Id));
        Assert.Equal(0.5, (await _test.Backend.Models.ListAsync().SingleAsync()).Metrics["loss"]);
        Assert.Equal(2, await _test.Files.CountAsync());
    }

    [Fact]
    public async Task Rebuild_leaves_out_what_is_damaged_and_counts_it()
    {
        await _test.UploadAsync("a.bin");
        await _test.UploadAsync("b.bin", seed: 2);
        _test.Reopen();
        await Flip(_test.Segment(), 100);
        Assert.Equal((1, 0, 1), IndexRebuild.Run(_test.StateFolder));
    }

    [Fact]
    public async Task Rebuild_keeps_the_damaged_index()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        IndexRebuild.Run(_test.StateFolder);
        Assert.Single(Directory.EnumerateFiles(_test.Folder, "local.db.damaged-*"));
    }

    [Fact]
    public async Task Rebuild_is_refused_while_the_backend_is_in_use()
    {
        await _test.UploadAsync("a.bin");
        Assert.Throws<BackendException>(() => IndexRebuild.Run(_test.StateFolder));
    }

    [Fact]
    public async Task Stored_blob_carries_its_checksum_as_name()
    {
        var file = await _test.UploadAsync("a.bin", 300_000);
        Assert.Equal(file.Checksum, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Blob(file)))));
    }

    private CheckReport Check() => LocalBackendCheck.Run(_test.StateFolder);

    private string Blob(DataFile file) => Path.Combine(_test.Folder, "blobs", file.Checksum[..2], file.Checksum);

    private static async Task Flip(string path, int offset)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[offset] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }
}
