using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class ResultTests
{
    [Fact]
    public async Task Result_comes_back_typed()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "Ada" });

        Assert.Equal("Hello Ada!", run.Result?.Text);
    }

    [Fact]
    public async Task Run_succeeds_when_the_action_returns()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "Ada" });

        Assert.Equal((true, 0, null), (run.Succeeded, run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Function_action_runs_like_a_class()
    {
        using var run = await ActionTest.RunAsync(Functions.DoubleAction.Descriptor, new DoubleParams(21));

        Assert.Equal(42, run.Result);
    }

    [Fact]
    public async Task Action_without_params_and_result_runs()
    {
        using var run = await ActionTest.RunAsync(Functions.TouchAction.Descriptor);

        Assert.Single(Directory.GetFiles(run.Folder, "touched", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Null_comes_back_as_null()
    {
        using var run = await ActionTest.RunAsync(Functions.NothingFoundAction.Descriptor);

        Assert.True(run.Succeeded, run.Error);
        Assert.Null(run.Result);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1500)]
    public async Task Yielded_rows_come_back_in_order(int count)
    {
        using var run = await ActionTest.RunAsync(Yield.Descriptor, new RowsParams { Count = count });

        Assert.Equal(Enumerable.Range(0, count).Select(i => new Row(i, $"row {i}")), run.Result!);
    }

    [Fact]
    public async Task Rows_of_a_loop_come_back()
    {
        using var run = await ActionTest.RunAsync(Loop.Descriptor, new RowsParams { Count = 3 });

        Assert.Equal([0, 1, 2], run.Result!.Select(row => row.Number));
    }

    [Fact]
    public async Task Rows_come_back_when_the_action_has_no_params()
    {
        using var run = await ActionTest.RunAsync(Words.Descriptor);

        Assert.Equal(["a", "b"], run.Result!);
    }

    [Fact]
    public async Task Rows_are_null_when_the_run_failed()
    {
        using var run = await ActionTest.RunAsync(Yield.Descriptor, new RowsParams { Count = 3, FailsAt = 1 });

        Assert.Equal("InvalidDataException: row 1 is broken", run.Error);
        Assert.Null(run.Result);
    }

    [Fact]
    public async Task Rows_outlive_the_folder()
    {
        var run = await ActionTest.RunAsync(Loop.Descriptor, new RowsParams { Count = 3 });
        run.Dispose();

        Assert.Equal(3, run.Result!.Count());
    }

    [Fact]
    public async Task Messages_are_kept_in_order_of_every_level()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "Ada", Times = 2 });

        Assert.Equal(["Greeting Ada", "2 times", "Done"], run.Messages);
    }
}
