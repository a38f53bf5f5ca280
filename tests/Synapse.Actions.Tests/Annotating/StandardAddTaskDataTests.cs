namespace Synapse.Actions.Tests.Annotating;

public sealed class StandardAddTaskDataTests : AnnotationTest
{
    [Fact]
    public async Task Annotations_of_each_task_are_what_its_hook_returned()
    {
        using var run = await RunAsync(await TasksAsync("file", """{"images":[{"id":2}]}"""));
        Assert.Equal((0, 2, 2), (run.ExitCode, run.Result!.TotalTasks, run.Result.SuccessCount));
        Assert.Equal("""{"images":[{"file":"1.png"}]}""", await DataAsync(1));
        Assert.Equal("""{"images":[{"id":2}]}""", await DataAsync(2));
        Assert.Equal(LabelStatus.Submitted, (await Platform.Backend.Tasks.GetAsync(1)).LabelStatus);
    }

    [Fact]
    public async Task Nothing_found_is_a_result_and_submitted()
    {
        using var run = await RunAsync(await TasksAsync("nothing", """{"images":[]}""", "file"));
        Assert.Equal((0, 3, 2, 0), (run.ExitCode, run.Result!.SuccessCount, run.Result.EmptyCount, run.Result.FailedCount));
        Assert.Equal("{}", await DataAsync(1));
        Assert.Equal(["empty", "empty", "annotated"], Report().Select(line => line.Outcome));
    }

    [Fact]
    public async Task Report_is_in_the_order_of_the_tasks_when_many_are_annotated_at_once()
    {
        using var run = await RunAsync(await TasksAsync([.. Enumerable.Repeat("file", 40)]) with { Workers = 8 });
        Assert.Equal(Enumerable.Range(1, 40).Select(id => (long)id), Report().Select(line => line.Task));
        Assert.Contains("annotated         40 tasks, 0 of them with nothing found", Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preparing_a_model_is_skipped_with_a_reason_when_files_are_asked()
    {
        using var run = await RunAsync(await TasksAsync("file"));
        Assert.Contains("no model is asked", await EventsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_say_how_many_are_done_failed_and_left()
    {
        using var run = await RunAsync(await TasksAsync("file", "throw it", "file"));
        Assert.Contains("\"category\":\"annotate_task_data\"", await EventsAsync(), StringComparison.Ordinal);
        Assert.Matches("\"success\":2,\"failed\":1,\"stand_by\":0", await EventsAsync());
    }

    [Fact]
    public async Task Only_tasks_of_the_given_ids_are_annotated_and_each_once()
    {
        var p = await TasksAsync("file", "file", "file");
        using var run = await RunAsync(p with { TaskFilters = new() { Ids = [3, 1, 3] } });
        Assert.Equal(2, run.Result!.TotalTasks);
        Assert.Equal((1, 0, 1), (Calls.Of(p.Name, 1), Calls.Of(p.Name, 2), Calls.Of(p.Name, 3)));
    }

    [Fact]
    public async Task Only_tasks_without_annotations_are_annotated_when_the_filter_says_so()
    {
        var p = await TasksAsync("file", "file");
        await Platform.Backend.Tasks.AnnotateAsync(1, TaskData.Empty.Json);
        using var run = await RunAsync(p with { TaskFilters = new() { HasData = false, StatusLabel = LabelStatus.StandBy } });
        Assert.Equal([2L], Report().Select(line => line.Task));
    }

    [Fact]
    public async Task No_task_is_no_failure_and_is_said()
    {
        var p = await TasksAsync("file");
        await Platform.Backend.Tasks.AnnotateAsync(1, TaskData.Empty.Json);
        using var run = await RunAsync(p with { TaskFilters = new() { HasData = false } });
        Assert.Equal((0, 0), (run.ExitCode, run.Result!.TotalTasks));
        Assert.Contains(run.Messages, text => text.Contains("nothing to annotate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_of_another_schema_is_submitted_when_any_is_allowed()
    {
        using var run = await RunAsync(await TasksAsync("""{"images":7}""") with { Schema = DataSchema.Any });
        Assert.Equal("""{"images":7}""", await DataAsync(1));
    }

    [Fact]
    public async Task Filter_between_the_steps_says_which_tasks_are_annotated()
    {
        using var run = await Platform.RunAsync(AnnotateSome.Descriptor, await TasksAsync("file", "file", "file"));
        Assert.Equal(["empty", "failed"], Report().Select(line => line.Outcome));
        Assert.Null(await DataAsync(1));
    }

    [Fact]
    public async Task Task_whose_data_unit_is_gone_meanwhile_fails_alone()
    {
        using var run = await Platform.RunAsync(AnnotateSome.Descriptor, await TasksAsync("file", "file", "file"));
        Assert.Equal((0, 1), (run.ExitCode, run.Result!.FailedCount));
        Assert.Contains("there is no task 3", run.Result.Failures[0].Error, StringComparison.Ordinal);
    }

    private Task<string> EventsAsync() =>
        File.ReadAllTextAsync(Directory.EnumerateFiles(Platform.Folder, "events.jsonl", SearchOption.AllDirectories).Single());
}
