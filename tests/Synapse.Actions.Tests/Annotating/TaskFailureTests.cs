namespace Synapse.Actions.Tests.Annotating;

/// <summary>Tasks that fail, and what becomes of the others.</summary>
public sealed class TaskFailureTests : AnnotationTest
{
    [Theory]
    [InlineData("throw it is broken", "ConvertDataFromFile failed: InvalidOperationException: it is broken")]
    [InlineData("null", "ConvertDataFromFile returned null")]
    [InlineData("array", "no object (Array)")]
    [InlineData("disposed", "return element.Clone()")]
    [InlineData("{", "JsonReaderException")]
    [InlineData("""{"images":7}""", "$.images is a number")]
    [InlineData(null, "has no file 'labels' (target_specification_name); it has image")]
    [InlineData("throw see https://me:secret@host/a/b.json?sig=abc&token=1", "see https://host/a/b.json?(hidden)")]
    public async Task Failed_task_says_why_and_the_others_go_on(string? labels, string cause)
    {
        var p = await TasksAsync("file", labels, "file");
        using var run = await RunAsync(p);
        Assert.Equal((0, 2, 1), (run.ExitCode, run.Result!.SuccessCount, run.Result.FailedCount));
        var failure = Assert.Single(run.Result.Failures);
        Assert.Equal(2, failure.TaskId);
        Assert.Contains(cause, failure.Error, StringComparison.Ordinal);
        Assert.Contains(run.Messages, text => text.StartsWith("1 of 3 tasks could not be annotated", StringComparison.Ordinal));
        Assert.Contains(("failed", 2L, failure.Error), Report());
        Assert.Equal(labels is null ? 0 : 1, Calls.Of(p.Name, 2));
    }

    [Fact]
    public async Task Task_without_a_primary_file_says_what_its_data_unit_has()
    {
        var p = await TasksAsync("file");
        await AddAsync([new Dictionary<string, long> { ["labels"] = await FileAsync("2.json", "file") }]);
        using var run = await RunAsync(p);
        Assert.Contains("is primary, for people to look at; it has labels", run.Result!.Failures[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_of_a_failure_are_in_no_file_of_the_run()
    {
        using var run = await RunAsync(await TasksAsync("throw Authorization: Token 1234567890abcdef1234567890abcdef12345678", "file"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Platform.Folder, ".synapse", "runs"), "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("1234567890abcdef", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Passing_failure_is_tried_again_as_often_as_asked_for()
    {
        var p = await TasksAsync("flaky 2", "flaky 3") with { MaxRetries = 2 };
        using var run = await RunAsync(p);
        Assert.Equal((1, 1), (run.Result!.SuccessCount, run.Result.FailedCount));
        Assert.Equal((3, 3), (Calls.Of(p.Name, 1), Calls.Of(p.Name, 2)));
    }

    [Fact]
    public async Task Task_that_takes_too_long_is_tried_again()
    {
        var p = await TasksAsync("hang") with { TaskTimeoutSeconds = 1 };
        using var run = await RunAsync(p);
        Assert.Equal((1, 2), (run.Result!.SuccessCount, Calls.Of(p.Name, 1)));
    }

    [Fact]
    public async Task Task_that_takes_too_long_fails_naming_the_parameter()
    {
        using var run = await RunAsync(await TasksAsync("hang", "file") with { TaskTimeoutSeconds = 1, MaxRetries = 0 });
        Assert.Contains("longer than 1 s (task_timeout_seconds)", run.Result!.Failures[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_fails_with_the_causes_when_every_task_failed()
    {
        using var run = await RunAsync(await TasksAsync("throw one", "throw two"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("None of 2 tasks could be annotated. Task 1: ConvertDataFromFile failed: InvalidOperationException: one", run.Error, StringComparison.Ordinal);
        Assert.Equal(["failed", "failed"], Report().Select(line => line.Outcome));
        Assert.Contains(": failed", Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ends_when_more_tasks_failed_than_allowed_and_reports_what_was_done()
    {
        using var run = await RunAsync(await TasksAsync("file", "throw one", "throw two", "file", "file") with { MaxFailures = 1, Workers = 1 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("More than 1 tasks failed (max_failures)", run.Error, StringComparison.Ordinal);
        Assert.Equal([("annotated", 1L), ("failed", 2L), ("failed", 3L)], Report().Select(line => (line.Outcome, line.Task)));
        Assert.NotNull(await DataAsync(1));
        Assert.Null(await DataAsync(4));
    }

    [Fact]
    public async Task Run_goes_on_when_no_more_tasks_failed_than_allowed()
    {
        using var run = await RunAsync(await TasksAsync("throw one", "file", "throw two") with { MaxFailures = 2 });
        Assert.Equal((0, 2), (run.ExitCode, run.Result!.FailedCount));
    }

    [Fact]
    public async Task Result_lists_a_hundred_failures_and_the_report_all()
    {
        using var run = await RunAsync(await TasksAsync(["file", .. Enumerable.Repeat("throw it", 120)]));
        Assert.Equal((120, 100), (run.Result!.FailedCount, run.Result.Failures.Count));
        Assert.Equal(120, Report().Count(line => line.Outcome == "failed"));
        Assert.Contains("and 20 more", Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_run_reports_what_was_done()
    {
        var p = await TasksAsync("file", "file", "file", "file") with { Workers = 1 };
        using var stop = AnnotateAndStop.Stop = new();
        using var run = await Platform.RunAsync(AnnotateAndStop.Descriptor, p, stop.Token);
        Assert.Equal(130, run.ExitCode);
        Assert.Equal([1L, 2L], Report().Select(line => line.Task));
        Assert.Contains("stopped", Summary(), StringComparison.Ordinal);
    }
}
