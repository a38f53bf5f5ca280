using Synapse.Backend.Tests.Support;

namespace Synapse.Backend.Tests;

/// <summary>Several processes, and ones that are killed.</summary>
public sealed class ProcessTests : IDisposable
{
    private const int Files = 1500;

    private readonly TestBackend _test = new();

    public ProcessTests()
    {
        for (var i = 0; i < Files; i++)
        {
            _test.Write($"{i:D5}.bin", i % 250 == 0 ? 300_000 : 400, i);
        }
    }

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Acknowledged_files_are_readable_after_a_kill()
    {
        for (var round = 0; round < 6; round++)
        {
            using var process = UploadProcess.Start(_test, $"{round}/", 8);
            foreach (var (id, checksum, _) in process.Acknowledged(killAfter: 1 + (round * 230)))
            {
                Assert.Equal(checksum, await _test.ChecksumAsync(id));
            }

            _test.Reopen();
        }
    }

    [Fact]
    public async Task Repeating_the_keys_after_kills_makes_no_duplicates()
    {
        var known = new Dictionary<string, long>();
        for (var round = 1; round <= 5; round++)
        {
            using var process = UploadProcess.Start(_test, "k/", 8);
            Merge(known, process.Acknowledged(killAfter: round * 250));
        }

        using (var last = UploadProcess.Start(_test, "k/", 8))
        {
            Merge(known, last.Acknowledged());
        }

        Assert.Equal(Files, known.Count);
        Assert.Equal(Files, await _test.Files.CountAsync());
    }

    [Fact]
    public async Task Two_processes_upload_at_once()
    {
        using var first = UploadProcess.Start(_test, "1/", 4);
        using var second = UploadProcess.Start(_test, "2/", 4);
        var other = Task.Run(() => second.Acknowledged());
        foreach (var (id, checksum, _) in first.Acknowledged().Concat(await other))
        {
            Assert.Equal(checksum, await _test.ChecksumAsync(id));
        }

        Assert.Equal(2 * Files, await _test.Files.CountAsync());
    }

    [Fact]
    public async Task Two_processes_with_the_same_keys_make_each_file_once()
    {
        using var first = UploadProcess.Start(_test, "k/", 4);
        using var second = UploadProcess.Start(_test, "k/", 4);
        var other = Task.Run(() => second.Acknowledged());
        var files = first.Acknowledged().Order().ToList();
        Assert.Equal(files, (await other).Order());
        Assert.Equal(Files, await _test.Files.CountAsync());
    }

    private static void Merge(Dictionary<string, long> known, List<(long Id, string Checksum, string Name)> files)
    {
        foreach (var (id, _, name) in files)
        {
            Assert.True(!known.TryGetValue(name, out var before) || before == id, $"{name} has two ids");
            known[name] = id;
        }
    }
}
