using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class DescribeTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Text_names_actions_steps_and_flags() =>
        _cli.Run("describe").Succeeds("train (train, Fashion.Train)", "load, fit", "--dataset", "integer, at least 1; required");

    [Fact]
    public void Json_holds_plugin_steps_and_schema()
    {
        using var json = JsonDocument.Parse(_cli.Run("describe", "--json").Succeeds().Output);
        var train = json.RootElement.GetProperty("actions")[0];
        Assert.Equal("neural_net", json.RootElement.GetProperty("category").GetString());
        Assert.Equal("load", train.GetProperty("steps")[1].GetProperty("inputs")[0].GetProperty("from").GetString());
        Assert.Equal("object", train.GetProperty("params").GetProperty("type").GetString());
    }

    [Fact]
    public void Schema_is_that_of_the_params() => Assert.Equal("""{"type":"object"}""" + "\n", _cli.Run("describe", "--schema", "train").Succeeds().Output);

    [Fact]
    public void Schema_of_an_action_without_params_allows_none() => _cli.Run("describe", "--schema", "clean").Succeeds("\"additionalProperties\":false");

    [Fact]
    public void Schema_of_an_unknown_action_fails() => _cli.Run("describe", "--schema", "trian").Fails(ExitCode.Usage, "Did you mean 'train'?");

    [Fact]
    public void Plan_shows_dataflow_and_runs_nothing() =>
        _cli.Run("plan", "train").Succeeds("2 steps", "takes Dataset from load", "makes Weights = the result", "can be undone", "may be skipped", "75 % of the progress", "Nothing ran.");
}
