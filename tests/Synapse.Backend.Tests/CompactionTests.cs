using System.Diagnostics;
using Synapse.Backend.Tests.Support;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Check;
using Synapse.Runtime.Backends.Local.Compaction;

namespace Synapse.Backend.Tests;

public sealed class CompactionTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Backend_that_was_never_used_has_nothing_to_reclaim() => Assert.Equal(0, Compact().Bytes);

    [Fact]
    public async Task Backend_in_use_is_refused()
    {
        await _test.UploadAsync("a.bin");
        Assert.Contains("in use", Assert.Throws<BackendException>(() => LocalCompaction.Run(_test.StateFolder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_index_is_refused_and_nothing_deleted()
    {
        await _test.UploadAsync("a.bin");
        _test.Reopen();
        File.Delete(Path.Combine(_test.Folder, "local.db"));
        Assert.Throws<BackendException>(() => LocalCompaction.Run(_test.StateFolder));
        Assert.True(new FileInfo(_test.Segment()).Length > 0);
    }

    [Fact]
    public async Task Content_of_deleted_files_goes_and_the_rest_stays()
    {
        var files = await UploadAsync(20, 4000);
        var model = await _test.Backend.Models.CreateAsync(_test.Write("m.bin", 10), "m.bin", new Dictionary<string, double> { ["loss"] = 0.5 }, "model");
        await DeleteAsync(files.Where((_, i) => i % 2 == 0));
        var report = Compact();
        Assert.InRange(report.Bytes, 10 * 4000, 12 * 4000);
        Assert.Equal((1, 0, 0L), (report.Segments, report.Blobs, report.Left));
        foreach (var file in files.Where((_, i) => i % 2 == 1))
        {
            Assert.Equal(file.Checksum, await _test.ChecksumAsync(file.Id));
        }

        await using (var content = await _test.Backend.Models.OpenAsync(model.Id))
        {
            Assert.Equal(10, content.Length);
        }

        _test.Reopen();
        var check = LocalBackendCheck.Run(_test.StateFolder);
        Assert.Equal((true, 11, new UnusedContent(0, 0, 0)), (check.IsSound, check.Checked, check.Unused));
    }

    [Fact]
    public async Task Compacting_again_reclaims_nothing()
    {
        await DeleteAsync((await UploadAsync(20, 4000)).Take(10));
        await _test.UploadAsync("blob.bin", 300_000);
        Compact();
        Assert.Equal((0, 0, 0L), Compact() is var again ? (again.Segments, again.Blobs, again.Bytes) : default);
    }

    [Fact]
    public async Task Blob_goes_when_no_file_has_its_content_any_more()
    {
        var first = await _test.UploadAsync("a.bin", 300_000, "1");
        var second = await _test.UploadAsync("a.bin", 300_000, "2");
        await _test.Files.DeleteAsync(first.Id);
        Assert.Equal(0, Compact().Blobs);
        Assert.Equal(second.Checksum, await _test.ChecksumAsync(second.Id));
        await _test.Files.DeleteAsync(second.Id);
        Assert.Equal((1, true), Compact() is var report ? (report.Blobs, report.Bytes >= 300_000) : default);
    }

    [Fact]
    public async Task Segment_with_little_to_reclaim_stays()
    {
        await DeleteAsync((await UploadAsync(50, 4000)).Take(1));
        var report = Compact();
        Assert.Equal((0, 0L), (report.Segments, report.Bytes));
        Assert.InRange(report.Left, 4040, 4200);
    }

    [Fact]
    public async Task Damaged_segment_is_named_and_stays()
    {
        var files = await UploadAsync(4, 4000);
        await DeleteAsync(files.Take(2));
        _test.Reopen();
        var bytes = await File.ReadAllBytesAsync(_test.Segment());
        bytes[^2000] ^= 1;
        await File.WriteAllBytesAsync(_test.Segment(), bytes);
        Assert.Equal([1], Compact().Damaged);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_test.Segment()));
    }

    [Fact]
    public async Task Deleted_files_of_a_unit_are_still_named_in_its_items()
    {
        var file = await _test.UploadAsync("a.bin", 4000);
        var units = await _test.Backend.DataUnits.CreateAsync([new(new Dictionary<string, long> { ["image"] = file.Id })], "unit");
        var dataset = await _test.Backend.Datasets.CreateAsync("d", "d");
        await _test.Backend.Datasets.AddAsync(dataset.Id, [new(units[0], "train", null)]);
        await _test.Files.DeleteAsync(file.Id);
        Compact();
        Assert.Equal(file.Id, (await _test.Backend.GroundTruths.ListAsync(new() { Dataset = dataset.Id }).SingleAsync()).Files["image"].Id);
        await Assert.ThrowsAsync<BackendException>(() => _test.Files.OpenAsync(file.Id));
    }

    [Fact]
    public async Task Uploads_go_on_behind_a_compaction()
    {
        var files = await UploadAsync(10, 4000);
        await DeleteAsync(files.Skip(1));
        Compact();
        var later = await _test.UploadAsync("later.bin", 500, seed: 99);
        Assert.Equal(later.Checksum, await _test.ChecksumAsync(later.Id));
        Assert.Equal(files[0].Checksum, await _test.ChecksumAsync(files[0].Id));
    }

    [Fact]
    public async Task Lost_index_is_made_again_from_compacted_segments()
    {
        var files = await UploadAsync(10, 4000);
        await _test.UploadAsync("blob.bin", 300_000);
        await DeleteAsync(files.Take(6));
        Compact();
        File.Delete(Path.Combine(_test.Folder, "local.db"));
        Assert.Equal((5, 0, 0), IndexRebuild.Run(_test.StateFolder));
        Assert.Equal(files[9].Checksum, (await _test.UploadAsync("9.bin", 4000, seed: 9)).Checksum);
        Assert.Equal(5, await _test.Files.CountAsync());
    }

    [Fact]
    public async Task Index_gives_back_what_deleted_annotations_took()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        var tasks = await _test.Backend.Tasks.CreateAsync(project.Id, [.. Enumerable.Repeat(units[0], 300)], "tasks");
        var data = LabelledUnits.Json($$"""{"text":"{{new string('x', 1000)}}"}""");
        await Task.WhenAll(tasks.Select(task => _test.Backend.Tasks.AnnotateAsync(task, data)));
        await _test.Backend.Projects.DeleteAsync(project.Id);
        Assert.True(Compact().Bytes > 200_000);
    }

    [Fact]
    public async Task Killed_compactions_lose_nothing()
    {
        // Two segments, because two backends write at once.
        using (var second = _test.Second())
        {
            await Task.WhenAll(Enumerable.Range(0, 3000).Select(i =>
                (i % 2 == 0 ? _test.Backend : second).DataFiles.UploadAsync(_test.Write($"{i}.bin", 2000, i), $"{i}.bin", $"{i}")));
        }

        for (var round = 0; round < 8; round++)
        {
            var files = await _test.Backend.Files.ListAsync().ToListAsync();
            await DeleteAsync(files.Take(files.Count / 3));
            _test.Reopen();
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Synapse.Backend.TestProgram"), ["compact", _test.State]) { RedirectStandardOutput = true };
            using (var process = Process.Start(start)!)
            {
                // While it copies, each time a little later.
                await process.StandardOutput.ReadLineAsync();
                process.WaitForExit(round * 6);
                process.Kill();
                process.WaitForExit();
            }

            foreach (var file in files.Skip(files.Count / 3))
            {
                Assert.Equal(file.Checksum, await _test.ChecksumAsync(file.Id));
            }
        }

        Compact();
        var report = LocalBackendCheck.Run(_test.StateFolder);
        Assert.True(report.IsSound);
        Assert.Equal(0, report.Unused.Records);
    }

    private CompactionReport Compact()
    {
        _test.Reopen();
        return LocalCompaction.Run(_test.StateFolder);
    }

    private async Task<List<DataFile>> UploadAsync(int count, int size)
    {
        var files = new List<DataFile>();
        for (var i = 0; i < count; i++)
        {
            files.Add(await _test.UploadAsync($"{i}.bin", size, seed: i));
        }

        return files;
    }

    private Task DeleteAsync(IEnumerable<DataFile> files) => Task.WhenAll(files.Select(file => _test.Files.DeleteAsync(file.Id)));
}
