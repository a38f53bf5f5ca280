using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class ParamsTests
{
    [Fact]
    public async Task Wrong_params_run_nothing_and_are_all_named()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "A", Times = 4 });

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["/name", "/times"], run.ParamErrors.Select(error => error.Pointer));
        Assert.Empty(run.Messages);
    }

    [Fact]
    public async Task Error_says_what_is_wrong_with_the_params()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "Ada", Times = 4 });

        Assert.Contains("/times: Expected integer, 1 to 3, found 4.", run.Error);
    }

    [Fact]
    public async Task Validate_method_is_asked()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "Ada", Times = 3, Tone = Tone.Loud });

        Assert.Equal("more than twice is too loud", Assert.Single(run.ParamErrors).Message);
    }

    [Fact]
    public async Task Optional_params_left_alone_are_accepted()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "Ada" });

        Assert.Equal((0, null), (run.Result!.Friends.Count, run.Result.Birthday));
    }

    [Fact]
    public async Task Optional_params_arrive_as_given()
    {
        var birthday = new DateOnly(1815, 12, 10);
        using var run = await ActionTest.RunAsync(
            Greet.Descriptor, new GreetParams { Name = "Ada", Title = "Lady ", Tone = Tone.Loud, Friends = ["Mary"], Birthday = birthday });

        Assert.Equal("HELLO LADY ADA!", run.Result!.Text);
        Assert.Equal(["Mary"], run.Result.Friends);
        Assert.Equal(birthday, run.Result.Birthday);
    }

    [Fact]
    public async Task Missing_text_is_an_error_of_the_param()
    {
        using var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = null! });

        Assert.Equal("/name", Assert.Single(run.ParamErrors).Pointer);
    }

    [Fact]
    public async Task Null_params_are_refused() =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => ActionTest.RunAsync(Greet.Descriptor, null!));
}
