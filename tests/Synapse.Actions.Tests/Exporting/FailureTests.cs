namespace Synapse.Actions.Tests.Exporting;

public sealed class FailureTests : ExportTest
{
    [Theory]
    [InlineData(Trouble.Throws, "no way with")]
    [InlineData(Trouble.Answers, "no answer to")]
    [InlineData(Trouble.ReturnsNull, "Convert returned null")]
    [InlineData(Trouble.ThrowsBefore, "before")]
    [InlineData(Trouble.ThrowsAfter, "after")]
    [InlineData(Trouble.ThrowsSaving, "saving")]
    [InlineData(Trouble.WrongExtension, "'/../../x' is no extension")]
    [InlineData(Trouble.LeadsOut, "'../out.txt' leads out of the export's folder")]
    public async Task Hook_that_fails_costs_its_item_alone_and_leaves_none_of_its_files(Trouble trouble, string cause)
    {
        await TaskAsync("a.png");
        var second = await TaskAsync("b.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(trouble, second));
        Assert.Equal((0, 1, 1), (run.ExitCode, run.Result!.ExportedCount, run.Result.FailedCount));
        Assert.Equal(["error_file_list.json", "labels/a.txt", "origin_files/a.png"], Files());
        Assert.Contains(cause, Report(run.Result.Report)[1].GetProperty("cause").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_without_content_is_a_file_without_content()
    {
        await TaskAsync("a.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.Throws, 0));
        Assert.Equal("", Read("labels/a.txt"));
    }

    [Fact]
    public async Task Failure_is_tried_again_and_an_answer_is_not()
    {
        var (first, second) = (await TaskAsync("a.png"), await TaskAsync("b.png"));
        using var once = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.ThrowsOnce, first) with { MaxRetries = 1 });
        Assert.Equal((2, 0), (once.Result!.ExportedCount, once.Result.FailedCount));
        Assert.Equal("xx", File.ReadAllText(RunFile($"tries-{first}")));

        using var never = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.Answers, second) with { MaxRetries = 5 });
        Assert.Equal((1, 1), (never.Result!.ExportedCount, never.Result.FailedCount));
        Assert.Equal("x", File.ReadAllText(Path.Combine(Path.GetDirectoryName(never.Result.Report)!, $"tries-{second}")));
    }

    [Fact]
    public async Task One_failure_more_than_allowed_ends_the_export_with_its_causes_and_leaves_nothing()
    {
        var (first, second) = (await TaskAsync("a.png"), await TaskAsync("b.png"));
        await TaskAsync("c.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.Throws, first, second) with { MaxFailures = 1, Workers = 1 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 of 3 items failed, and max_failures allows 1.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{first} (a): no way with {first}", run.Error, StringComparison.Ordinal);
        Assert.Empty(Exports());
        Assert.Equal([first, second], Report(RunFile("export-report.jsonl")).Select(line => line.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task As_many_failures_as_allowed_are_fine()
    {
        var first = await TaskAsync("a.png");
        await TaskAsync("b.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.Throws, first) with { MaxFailures = 1 });
        Assert.Equal((0, 1), (run.ExitCode, run.Result!.ExportedCount));
    }

    [Fact]
    public async Task Export_of_which_nothing_is_left_fails_with_the_causes()
    {
        await TaskAsync("a.png", data: null);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("None of the 1 items could be exported.", run.Error, StringComparison.Ordinal);
        Assert.Contains("It has no annotations.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Exports());
        Assert.Contains("rolled back", File.ReadAllText(RunFile("export-report.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_disk_ends_the_export_at_once_and_counts()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no file that takes nothing.");
        await TaskAsync("a.png");
        var second = await TaskAsync("b.png");
        await TaskAsync("c.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.DiskFull, second) with { MaxRetries = 5, Workers = 1 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no room left for", run.Error, StringComparison.Ordinal);
        Assert.Contains("after 1 of 3 items", run.Error, StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(RunFile($"tries-{second}")));
        Assert.Empty(Exports());
    }

    [Fact]
    public async Task File_that_is_gone_costs_its_item_with_id_and_name()
    {
        await TaskAsync("a.png");
        var task = await TaskAsync("b.png");
        var file = (await Platform.Backend.Tasks.GetAsync(task)).PrimaryFile!;
        await Platform.Backend.DataFiles.DeleteAsync(file.Id);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.ExportedCount, run.Result.FailedCount));
        Assert.Equal(["error_file_list.json", "labels/a.json", "origin_files/a.png"], Files());
        Assert.Contains($"{file.Id}", Report(run.Result.Report)[1].GetProperty("cause").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("""{"json_file_name":[],"origin_file_name":[["b",""", Read("error_file_list.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_file_costs_its_item_with_id_and_name()
    {
        await TaskAsync("a.png");
        var task = await TaskAsync("b.png", content: new string('a', 1 << 20));
        var file = (await Platform.Backend.Tasks.GetAsync(task)).PrimaryFile!;
        Damage(new string('a', (1 << 20) - 1) + "b");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.ExportedCount, run.Result.FailedCount));
        Assert.Contains($"data file {file.Id} (b.png)", Report(run.Result.Report)[1].GetProperty("cause").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("origin_files/b.png", Files());
    }

    [Theory]
    [InlineData(Trouble.ListsTwice, "twice")]
    [InlineData(Trouble.ListsNull, "listed null")]
    public async Task Wrong_listing_is_an_error_that_says_what_was_listed(Trouble trouble, string message)
    {
        var first = await TaskAsync("a.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(trouble));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains(trouble == Trouble.ListsTwice ? $"id {first} " : "item 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_of_the_last_hook_leaves_no_export()
    {
        await TaskAsync("a.png");
        using var run = await Platform.RunAsync(ExportTrouble.Descriptor, await TroubleAsync(Trouble.FinishFails));
        Assert.Contains("the end", run.Error, StringComparison.Ordinal);
        Assert.Empty(Exports());
    }

    // A large file: whether it is damaged shows only once most of it is written.
    private void Damage(string content)
    {
        var blob = Directory.EnumerateFiles(Path.Combine(Platform.Folder, ".synapse", "backend", "blobs"), "*", SearchOption.AllDirectories).Single();
        File.WriteAllText(blob, content);
    }
}
