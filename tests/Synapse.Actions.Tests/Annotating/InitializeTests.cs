namespace Synapse.Actions.Tests.Annotating;

/// <summary>What is wrong before a task is looked at.</summary>
public sealed class InitializeTests : AnnotationTest
{
    [Fact]
    public async Task Unknown_specification_names_those_there_are_and_the_nearest()
    {
        using var run = await RunAsync(await TasksAsync("file") with { TargetSpecificationName = "label" });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'label' (target_specification_name) is no file specification of data collection 'birds': image, labels. Did you mean \"labels\"?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_are_no_tasks_of_the_project_are_named()
    {
        using var run = await RunAsync(await TasksAsync("file") with { TaskFilters = new() { Ids = [1, 8, 7] } });
        Assert.Contains("2 of the ids in task_filters are no tasks of project 1, 'label birds': 7, 8.", run.Error, StringComparison.Ordinal);
        Assert.Null(await DataAsync(1));
    }

    [Fact]
    public async Task Method_whose_hooks_are_missing_names_them()
    {
        var p = await TasksAsync("file") with { Method = AnnotationMethod.Inference, PreProcessor = 1 };
        using var run = await Platform.RunAsync(AnnotateFiles.Descriptor, p);
        Assert.Contains("the method inference needs SetupInferenceParams and ConvertDataFromInference, which the action does not have", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_said_at_once()
    {
        var p = await TasksAsync("file");
        using var run = await RunAsync(p with { TargetSpecificationName = "zzz", TaskFilters = new() { Ids = [9] } });
        Assert.Contains("no tasks of project 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("Also: 'zzz'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_that_is_not_there_is_said()
    {
        using var run = await RunAsync(await ProjectAsync() with { Project = 99 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("99", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnnotationMethod.File, "target_specification_name")]
    [InlineData(AnnotationMethod.Inference, "pre_processor")]
    public async Task What_a_method_needs_is_refused_before_anything_runs(AnnotationMethod method, string param)
    {
        using var run = await RunAsync(await ProjectAsync() with { Method = method, TargetSpecificationName = null, PreProcessor = null });
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(run.ParamErrors, error => error.Pointer.Contains(param, StringComparison.Ordinal));
    }
}
