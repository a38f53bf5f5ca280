using System.Globalization;

namespace Synapse.Actions.Tests.Uploading;

/// <summary>Uploads into a backend that fails: nothing is dropped silently, nothing doubled.</summary>
public sealed class FaultTests : UploadTest
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(8, 20)]
    public async Task Every_third_call_fails_and_each_file_is_accounted_for(int workers, int groups)
    {
        Pngs(groups, withLabels: true);
        using var run = await RunAsync(await ParamsAsync() with { UploadMaxWorkers = workers, CreatingDataUnitBatchSize = 1 }, with => with.FailEvery(3, c => c.UploadFile).FailEvery(3, c => c.CreateDataUnits).FailEvery(3, c => c.DeleteFile));
        Assert.True(run.Succeeded, run.Error);
        await EachFileIsAccountedForAsync(run, 2 * groups);
        Assert.Contains(run.Calls, call => call is { Name: "UploadFile", IsDone: false });
        Assert.Contains(run.Calls, call => call is { Name: "CreateDataUnits", IsDone: false });
    }

    [Fact]
    public async Task One_worker_gets_all_files_through_although_every_third_call_fails()
    {
        Pngs(7);
        using var run = await RunAsync(await ParamsAsync() with { UploadMaxWorkers = 1 }, with => with.FailEvery(3, c => c.UploadFile));
        Assert.Equal((7, 7, 0), (run.Result!.UploadedFiles, run.Result.DataUnits, run.Result.Failed));
        Assert.Equal(10, run.Calls.Count(call => call.Name == "UploadFile"));
    }

    [Fact]
    public async Task Lost_answers_double_nothing()
    {
        Pngs(6, withLabels: true);
        using var run = await RunAsync(await ParamsAsync() with { CreatingDataUnitBatchSize = 2, UploadMaxWorkers = 1 }, with => with.LoseAnswerEvery(6, c => c.UploadFile).LoseAnswerOnce(c => c.CreateDataUnits));
        Assert.Equal((12, 6), (run.Result?.UploadedFiles, run.Result?.DataUnits));
        await EachFileIsAccountedForAsync(run, 12);
        Assert.Contains(run.Calls, call => call is { Name: "CreateDataUnits", IsDone: true, Failure: not null });
    }

    [Fact]
    public async Task File_is_tried_again_as_often_as_the_params_say()
    {
        Pngs(2);
        using var run = await RunAsync(await ParamsAsync() with { UploadMaxRetries = 1 }, with => with.FailAlways(c => c.UploadFile, about: "0001.png"));
        Assert.Equal(2, run.Calls.Count(call => call is { Name: "UploadFile", About: "image/0001.png" }));
        var failed = Assert.Single(Report(run.Result!.Report), line => line.Outcome == "failed");
        Assert.Equal(("0001.png", "UploadFile of 'image/0001.png' failed, as the test asked for."), (failed.File, failed.Reason));
    }

    [Fact]
    public async Task Batch_is_tried_again_as_often_as_the_params_say()
    {
        Pngs(4);
        using var run = await RunAsync(await ParamsAsync() with { CreatingDataUnitBatchSize = 2, CreatingDataUnitMaxRetries = 1 }, with => with.FailAlways(c => c.CreateDataUnits, about: "batch 1"));
        Assert.Equal(2, run.Calls.Count(call => call is { Name: "CreateDataUnits", IsDone: false }));
        Assert.Equal((2, 2), (run.Result!.UploadedFiles, run.Result.Failed));
        Assert.Equal(["0002.png", "0003.png"], Report(run.Result.Report).Where(line => line.Outcome == "failed").Select(line => line.File));
        Assert.All(Report(run.Result.Report).Where(line => line.Outcome == "failed"), line => Assert.Matches("^It is on the backend as file \\d+, but its data unit could not be created: CreateDataUnits", line.Reason));
    }

    [Fact]
    public async Task Each_failed_batch_stands_in_the_report_with_its_own_cause()
    {
        Pngs(3);
        using var run = await RunAsync(
            await ParamsAsync() with { CreatingDataUnitBatchSize = 1, CreatingDataUnitMaxRetries = 0 },
            with => with.FailAlways(c => c.CreateDataUnits, about: "batch 0", new BackendException("no place")).FailAlways(c => c.CreateDataUnits, about: "batch 2", new BackendException("no time")));
        Assert.EndsWith("no place", Report(run.Result!.Report).Single(line => line.File == "0000.png").Reason, StringComparison.Ordinal);
        Assert.EndsWith("no time", Report(run.Result.Report).Single(line => line.File == "0002.png").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_whose_second_file_fails_for_good_leaves_no_file_behind()
    {
        Pngs(2, withLabels: true);
        using var run = await RunAsync(await ParamsAsync() with { UploadMaxRetries = 1 }, with => with.FailAlways(c => c.UploadFile, about: "labels/0001"));
        Assert.Equal((2, 2), (run.Result!.UploadedFiles, run.Result.Failed));
        Assert.Equal(2, await Platform.Backend.DataFiles.CountAsync());
        Assert.Equal(["0001.json", "0001.png"], Report(run.Result.Report).Where(line => line.Outcome == "failed").Select(line => line.File).Order());
    }

    [Fact]
    public async Task File_of_a_failed_group_that_cannot_be_deleted_is_named_in_the_report()
    {
        Pngs(2, withLabels: true);
        using var run = await RunAsync(
            await ParamsAsync() with { UploadMaxRetries = 0 },
            with => with.FailAlways(c => c.UploadFile, about: "labels/0001").FailAlways(c => c.DeleteFile));
        Assert.True(run.Succeeded, run.Error);
        Assert.All(Report(run.Result!.Report).Where(line => line.Outcome == "failed"), line =>
            Assert.Matches("On the backend without a data unit: file \\d+ \\(image/0001.png\\), which could not be deleted: DeleteFile", line.Reason));
        Assert.Contains(run.Messages, message => message.StartsWith("Files of 1 data units stay on the backend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retry_of_a_group_sends_no_finished_file_again()
    {
        Pngs(1, withLabels: true);
        using var run = await RunAsync(await ParamsAsync(), with => with.FailOnce(c => c.UploadFile, about: "labels/"));
        Assert.Equal(["image/0000.png", "labels/0000.json", "labels/0000.json"], run.Calls.Where(call => call.Name == "UploadFile").Select(call => call.About));
        Assert.Equal(2, run.Result!.UploadedFiles);
    }

    [Fact]
    public async Task Duplicate_that_cannot_be_deleted_does_not_fail_the_upload()
    {
        File.Copy(Png("image/0001.png"), Path.Combine(Root, "image/0002.png"));
        using var run = await RunAsync(await ParamsAsync() with { UploadMaxRetries = 0 }, with => with.FailAlways(c => c.DeleteFile));
        Assert.True(run.Succeeded, run.Error);
        Assert.StartsWith("It has the content of 0001. On the backend without a data unit: file 2", Report(run.Result!.Report).Single(line => line.Outcome == "duplicate").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_rollback_is_said_and_leaves_the_report()
    {
        Pngs(2);
        using var run = await Platform.RunAsync(UploadAndFail.Descriptor, await ParamsAsync(), with => with.FailAlways(c => c.DeleteFile));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("upload_files is not rolled back", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Report(ReportFile()).Count);
    }

    [Fact]
    public async Task Backend_that_takes_nothing_fails_the_upload_with_the_cause()
    {
        Pngs(2, withLabels: true);
        using var run = await RunAsync(await ParamsAsync() with { UploadMaxRetries = 0 }, with => with.FailAlways(c => c.UploadFile, about: "labels/"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("UploadFile of 'labels/0000.json' failed", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Platform.Backend.DataFiles.CountAsync());
        Assert.Equal(4, Report(ReportFile()).Count);
    }

    private Task<ActionRun<UploadResult>> RunAsync(UploadParams p, Action<BackendFaults> with) => Platform.RunAsync(Upload.Descriptor, p, with);

    private void Pngs(int count, bool withLabels = false)
    {
        for (var i = 0; i < count; i++)
        {
            Png(string.Create(CultureInfo.InvariantCulture, $"image/{i:D4}.png"));
            if (withLabels)
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"labels/{i:D4}.json"), string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{i}}}"));
            }
        }
    }

    /// <summary>Each file is in the report once; what it calls uploaded is in one data unit, and there is nothing else.</summary>
    private async Task EachFileIsAccountedForAsync(ActionRun<UploadResult> run, int files)
    {
        var report = Report(run.Result!.Report);
        Assert.Equal(files, report.Count);
        Assert.Equal(files, report.Select(line => line.File).Distinct().Count());
        var units = await UnitsAsync();
        Assert.Equal(units.Count, units.Select(unit => unit.Meta["data_unit_key"]).Distinct().Count());
        Assert.Equal(report.Count(line => line.Outcome == "uploaded"), units.Sum(unit => unit.Files.Count));
        Assert.All(report.Where(line => line.Outcome != "uploaded"), line => Assert.NotNull(line.Reason));
        var left = report.Count(line => line.Reason?.Contains("on the backend", StringComparison.OrdinalIgnoreCase) == true);
        Assert.InRange(await Platform.Backend.DataFiles.CountAsync(), units.Sum(unit => unit.Files.Count), units.Sum(unit => unit.Files.Count) + left);
    }
}
