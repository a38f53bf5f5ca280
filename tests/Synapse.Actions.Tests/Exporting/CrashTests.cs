namespace Synapse.Actions.Tests.Exporting;

/// <summary>Steps that end after they did all, and before that was noted; and what a rollback takes back.</summary>
public sealed class CrashTests : ExportTest
{
    [Fact]
    public async Task Steps_that_run_again_find_what_they_made()
    {
        await TaskAsync("a.png");
        using var run = await Platform.RunAsync(ExportTwice.Descriptor, await ParamsAsync());
        Assert.Equal((0, null), (run.ExitCode, run.Error));
        Assert.Equal(["birds"], Exports());
        Assert.Equal(Path.Combine(Root, "birds"), run.Result!.Path);
    }

    [Fact]
    public async Task Files_that_the_disk_did_not_keep_are_saved_again()
    {
        await TaskAsync("a.png");
        await TaskAsync("b.png");
        await TaskAsync("c.png");
        using var run = await Platform.RunAsync(ExportLost.Descriptor, await ParamsAsync());
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(("""{"images":[]}""", "b.png"), (Read("labels/a.json"), Read("origin_files/b.png")));
        Assert.Contains(run.Messages, message => message.StartsWith("2 items are not on the disk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_afterwards_takes_back_the_export_and_nothing_else()
    {
        await TaskAsync("a.png");
        var p = await ParamsAsync();
        using var other = await RunAsync(p);
        File.WriteAllText(Path.Combine(Root, "mine.txt"), "mine");
        using var run = await Platform.RunAsync(ExportAndFail.Descriptor, p);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["birds", "mine.txt"], Exports());
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task Report_of_what_was_taken_back_says_so()
    {
        await TaskAsync("a.png");
        using var run = await Platform.RunAsync(ExportAndFail.Descriptor, await ParamsAsync());
        Assert.Equal("rolled_back", Assert.Single(Report(RunFile("export-report.jsonl"))).GetProperty("outcome").GetString());
        Assert.Contains("rolled back", File.ReadAllText(RunFile("export-report.txt")), StringComparison.Ordinal);
    }
}
