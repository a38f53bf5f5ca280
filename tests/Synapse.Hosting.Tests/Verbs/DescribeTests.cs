using System.Text.Json;
using Synapse.Backends;
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
    public void Hooks_are_listed_with_what_they_take_and_whether_they_are_there()
    {
        using var cli = new Cli(TestPlugin.PreAnnotating("pre"));
        cli.Run("describe").Succeeds("ConvertDataFromFile(TargetFile) → TaskData", "SetupInferenceParams(); not there");
        using var json = JsonDocument.Parse(cli.Run("describe", "--json").Succeeds().Output);
        var hooks = json.RootElement.GetProperty("actions")[0].GetProperty("hooks");
        Assert.Equal([true, false], hooks.EnumerateArray().Select(static hook => hook.GetProperty("implemented").GetBoolean()));
        Assert.Equal("TargetFile", hooks[0].GetProperty("takes")[0].GetString());
    }

    [Fact]
    public void Backend_calls_say_how_sure_the_backend_is_and_nothing_is_created()
    {
        _cli.Run("describe").Succeeds("upload_file", "create_model", "exact: repeated under its key, it gets the first answer");
        using var json = JsonDocument.Parse(_cli.Run("describe", "--json").Succeeds().Output);
        Assert.Equal(
            BackendCall.All.Select(static call => (call, "exact")),
            json.RootElement.GetProperty("backend_calls").EnumerateArray().Select(static call => (call.GetProperty("call").GetString()!, call.GetProperty("certainty").GetString()!)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_cli.Folder));
    }

    [Theory]
    [InlineData(CallCertainty.ByContent, "by content:", "by_content")]
    [InlineData(CallCertainty.Manual, "manual: the run stops and asks", "manual")]
    public void Another_backend_says_so_for_itself(CallCertainty certainty, string text, string word)
    {
        using var cli = new Cli { Backend = _ => new Sure(certainty) };
        cli.Run("describe").Succeeds(text);
        cli.Run("describe", "--json").Succeeds($"\"certainty\": \"{word}\"");
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

    private sealed class Sure(CallCertainty certainty) : IBackend
    {
        public IDataFiles DataFiles => throw new NotSupportedException();

        public IStorages Storages => throw new NotSupportedException();

        public IDataCollections DataCollections => throw new NotSupportedException();

        public IDataUnits DataUnits => throw new NotSupportedException();

        public IDatasets Datasets => throw new NotSupportedException();

        public IModels Models => throw new NotSupportedException();

        public IProjects Projects => throw new NotSupportedException();

        public ITasks Tasks => throw new NotSupportedException();

        public IAssignments Assignments => throw new NotSupportedException();

        public IGroundTruths GroundTruths => throw new NotSupportedException();

        public IServeApplications ServeApplications => throw new NotSupportedException();

        public CallCertainty CertaintyOf(string call) => certainty;
    }
}
