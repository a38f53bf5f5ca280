namespace Synapse.Actions.Tests.Annotating;

/// <summary>Annotations that a model behind a serve application makes.</summary>
public sealed class InferenceTests : AnnotationTest
{
    private readonly ModelServer _server = new();

    public override void Dispose()
    {
        _server.Dispose();
        base.Dispose();
    }

    [Fact]
    public async Task Answer_of_the_model_becomes_the_annotations()
    {
        _server.Answer = (body, _) => (200, $$"""{"images":[{{body}}]}""");
        using var run = await RunAsync(await ModelAsync(2));
        Assert.Equal((0, 2), (run.ExitCode, run.Result!.SuccessCount));
        Assert.Equal("""{"images":[{"image":"2.png"}]}""", await DataAsync(2));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Empty_answer_is_handed_on_and_is_a_result(string answer)
    {
        _server.Answer = (_, _) => (200, answer);
        using var run = await RunAsync(await ModelAsync(1));
        Assert.Equal((0, 1, 1), (run.ExitCode, run.Result!.SuccessCount, run.Result.EmptyCount));
        Assert.Equal("{}", await DataAsync(1));
    }

    [Fact]
    public async Task Deferred_answer_is_waited_for()
    {
        _server.Answer = (body, asked) => body.Contains("__synapse_poll__", StringComparison.Ordinal)
            ? asked < 2 ? (200, """{"__synapse_deferred__":true,"status":"pending","ticket":"t1"}""") : (200, """{"images":[{"class":"late"}]}""")
            : (200, """{"__synapse_deferred__":true,"status":"pending","ticket":"t1"}""");
        using var run = await RunAsync(await ModelAsync(1));
        Assert.Contains("late", await DataAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_error_is_tried_again()
    {
        _server.Answer = (_, asked) => asked < 3 ? (500, "busy") : (200, "{}");
        using var run = await RunAsync(await ModelAsync(2) with { MaxRetries = 2 });
        Assert.Equal((2, 0), (run.Result!.SuccessCount, run.Result.FailedCount));
    }

    [Theory]
    [InlineData(400, "no such image", "status 400: no such image")]
    [InlineData(200, "<html>", "the answer is no JSON")]
    public async Task Answer_that_no_retry_changes_is_not_asked_for_again(int status, string body, string cause)
    {
        _server.Answer = (question, _) => question.Contains("1.png", StringComparison.Ordinal) ? (status, body) : (200, "{}");
        var p = await ModelAsync(2) with { MaxRetries = 5 };
        using var run = await RunAsync(p);
        Assert.Contains("Inference failed: ", run.Result!.Failures[0].Error, StringComparison.Ordinal);
        Assert.Contains(cause, run.Result.Failures[0].Error, StringComparison.Ordinal);
        Assert.Equal(1, Calls.Of(p.Name, 1));
    }

    [Fact]
    public async Task Model_of_the_params_is_asked_when_the_hook_names_none()
    {
        using var run = await RunAsync(await ModelAsync(1) with { Model = 42 });
        Assert.Equal(["42"], _server.Models);
    }

    [Fact]
    public async Task Application_that_becomes_well_is_waited_for_and_said()
    {
        _server.IsHealthy = looked => looked > 3;
        using var run = await RunAsync(await ModelAsync(1));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Messages, text => text.StartsWith("Waiting for serve application birds-model: it is unhealthy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Application_that_stays_unwell_fails_the_run_before_a_task_is_looked_at()
    {
        _server.IsHealthy = _ => false;
        var p = await ModelAsync(1) with { ServeTimeoutSeconds = 1 };
        using var run = await RunAsync(p);
        Assert.Equal((1, 0), (run.ExitCode, Calls.Of(p.Name, 1)));
        Assert.Contains("unhealthy", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_that_does_not_answer_fails_the_run_and_says_what_to_do()
    {
        using var run = await RunAsync(await ModelAsync(1, start: false) with { ServeTimeoutSeconds = 1 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("start the application", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_that_is_not_registered_fails_the_run_at_once()
    {
        using var run = await RunAsync(await ModelAsync(1) with { PreProcessor = 77, ServeTimeoutSeconds = 3600 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("77", run.Error, StringComparison.Ordinal);
    }

    private async Task<AddTaskDataParams> ModelAsync(int tasks, bool start = true)
    {
        if (start)
        {
            _server.Start();
        }

        var p = await TasksAsync(new string?[tasks]);
        var application = await Platform.Backend.ServeApplications.CreateAsync("birds-model", _server.Address, "application");
        return p with { Method = AnnotationMethod.Inference, PreProcessor = application.Id };
    }
}
