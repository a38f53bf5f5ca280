using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Generators.Parsing.Params;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Flags;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.CommandLine;

public sealed class ParamsTests : IDisposable
{
    private readonly TestPlugin _plugin = new();
    private readonly Cli _cli;

    public ParamsTests() => _cli = new Cli(_plugin.Descriptor);

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Flags_become_one_json_object() =>
        Binds("""{"dataset":"12","epochs":"3","run_name":"a b"}""", "--dataset", "12", "--epochs=3", "--run-name", "a b");

    [Fact]
    public void Snake_case_is_read_too() => Binds("""{"dataset":"1","run_name":"x"}""", "--dataset", "1", "--run_name", "x");

    [Theory]
    [InlineData("--shuffle", "true")]
    [InlineData("--shuffle=true", "true")]
    [InlineData("--shuffle=false", "false")]
    [InlineData("--no-shuffle", "false")]
    [InlineData("--shuffle=perhaps", "\"perhaps\"")]
    public void Switches_need_no_value(string flag, string json) => Binds($$"""{"dataset":"1","shuffle":{{json}}}""", "--dataset", "1", flag);

    [Fact]
    public void Value_may_be_a_negative_number() => Binds("""{"dataset":"-5"}""", "--dataset", "-5");

    [Fact]
    public void Lists_are_given_by_repetition() => Binds("""{"dataset":"1","tags":["a","b"]}""", "--dataset", "1", "--tags", "a", "--tags", "b");

    [Fact]
    public void Lists_are_given_as_json() => Binds("""{"dataset":"1","tags":["a","b"]}""", "--dataset", "1", "--tags", """["a","b"]""");

    [Fact]
    public void Set_reaches_into_objects() => Binds(
        """{"dataset":"1","optimizer":{"lr":"0.1","betas":["0.9","0.99"]},"labels":{"any.thing":"x"}}""".Replace("any.thing", "any", StringComparison.Ordinal),
        "--set", "dataset=1", "--set", "optimizer.lr=0.1", "--set", "optimizer.betas=0.9", "--set", "optimizer.betas=0.99", "--set", "labels.any=x");

    [Fact]
    public void Whole_objects_are_given_as_json() =>
        Binds("""{"dataset":"1","optimizer":{"lr":2},"extra":[1,null],"labels":{}}""", "--dataset", "1", "--optimizer", """{"lr":2}""", "--extra", "[1,null]", "--labels", "{}");

    [Fact]
    public void Json_that_is_none_is_text() => Binds("""{"dataset":"1","extra":"plain"}""", "--dataset", "1", "--extra", "plain");

    [Fact]
    public void Flags_win_over_the_file_member_by_member()
    {
        _cli.Write("p.json", """{"dataset": 7, "epochs": 5, "optimizer": {"lr": 1, "momentum": 2}, "tags": ["old"]}""");
        Binds(
            """{"dataset":7,"epochs":"6","optimizer":{"momentum":2,"lr":"0.5"},"tags":["new"]}""",
            "--params", "p.json", "--epochs", "6", "--set", "optimizer.lr=0.5", "--tags", "new");
    }

    [Fact]
    public void File_goes_to_the_binder_as_it_is()
    {
        const string json = """{ "dataset": 1e2 }""";
        _cli.Write("p.json", "\ufeff" + json);
        _cli.Run("plan", "train", "--params", "p.json").Succeeds();
        Assert.Equal(json, Assert.Single(_plugin.Bound));
    }

    [Fact]
    public void Params_are_read_from_standard_input()
    {
        _cli.Input = """{"dataset": 3}""";
        Binds("""{"dataset":3}""", "--params", "-");
    }

    [Fact]
    public void Rules_about_params_know_every_option_that_stands_among_them() => Assert.Equal(
        OptionTable.Names(Verb.Run.Options | Verb.Plan.Options).Except(FlagName.Reserved).Order(StringComparer.Ordinal),
        SharedFlags.Options.Order(StringComparer.Ordinal));

    [Fact]
    public void A_param_with_a_reserved_name_is_given_by_set_and_help_says_so()
    {
        var plugin = new TestPlugin([.. TestPlugin.TrainFields, new() { Name = "set", Kind = ParamKind.Text, Required = true }, new() { Name = "help", Kind = ParamKind.Switch }]);
        using var cli = new Cli(plugin.Descriptor);
        cli.Run("plan", "train", "--dataset", "1", "--set", "set=x", "--set", "help=true").Succeeds();
        Assert.Equal("""{"dataset":"1","set":"x","help":true}""", Assert.Single(plugin.Bound));
        Assert.Contains("--set set (/set): Required", cli.Run("plan", "train", "--dataset", "1").Fails(ExitCode.Usage).Error, StringComparison.Ordinal);
        var help = cli.Run("plan", "train", "--help").Succeeds().Output;
        Assert.Contains("plan train --dataset N --set set=VALUE [params]", help, StringComparison.Ordinal);
        Assert.Contains("--set help=VALUE", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_one_in_kebab_case_are_found_as_they_are_written()
    {
        var plugin = new TestPlugin([new() { Name = "learning_rate", Kind = ParamKind.Number }, new() { Name = "learning-rate", Kind = ParamKind.Number }]);
        using var cli = new Cli(plugin.Descriptor);
        cli.Run("plan", "train", "--learning_rate", "1", "--learning-rate", "2").Succeeds();
        Assert.Equal("""{"learning_rate":"1","learning-rate":"2"}""", Assert.Single(plugin.Bound));
    }

    [Fact]
    public void A_param_wins_over_an_option_of_its_name() => Binds("""{"dataset":"1","quiet":true}""", "--dataset", "1", "--quiet");

    [Fact]
    public void No_params_names_what_is_required() =>
        Fails("--dataset (/dataset): Required: integer, at least 1.");

    [Fact]
    public void Mistyped_flag_is_not_reported_as_missing_too()
    {
        var result = _cli.Run("run", "train", "--datset", "1");
        result.Fails(ExitCode.Usage, "Unknown flag --datset. Did you mean '--dataset'?");
        Assert.DoesNotContain("Required", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_value_names_flag_and_pointer() => Fails("--epochs (/epochs): Expected integer, 1 to 500, found 0.", "--dataset", "1", "--epochs", "0");

    [Fact]
    public void Wrong_value_of_a_file_names_file_and_pointer()
    {
        _cli.Write("p.json", """{"dataset": 7, "epochs": 0}""");
        Fails("p.json, /epochs (or --epochs): Expected integer, 1 to 500, found 0.", "--params", "p.json");
    }

    [Theory]
    [InlineData("{\n  \"dataset\": 1\n  \"epochs\": 2\n}", "p.json, line 3, column 3:")]
    [InlineData("{\"dataset\": 1,}", "p.json, line 1, column 15:")]
    [InlineData("{\"ä\": x}", "p.json, line 1, column 7:")]
    [InlineData("{", "p.json, line 1, column 2:")]
    [InlineData("{} {}", "p.json, line 1, column 4:")]
    [InlineData("", "p.json is empty: expected a JSON object")]
    [InlineData("[1]", "p.json: expected a JSON object, found a list.")]
    [InlineData("nope", "p.json, line 1, column 2:")]
    public void Malformed_file_names_line_and_column(string content, string says)
    {
        _cli.Write("p.json", content);
        Fails(says, "--params", "p.json");
    }

    [Fact]
    public void File_in_another_encoding_says_so()
    {
        File.WriteAllBytes(Path.Combine(_cli.Folder, "p.json"), [.. "{\"run_name\": \""u8, 0xE4, .. "\"}"u8]);
        Fails("p.json is not valid UTF-8 from byte 15 on.", "--params", "p.json", "--dataset", "1");
    }

    [Fact]
    public void Malformed_file_shows_the_place()
    {
        _cli.Write("p.json", "{\n  \"dataset\": 1\n  \"epochs\": 2\n}");
        Fails("    \"epochs\": 2\n      ^\n", "--params", "p.json");
    }

    [Fact]
    public void Folder_as_params_file_says_so()
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "p"));
        Fails("--params p: this is a folder, expected a JSON file.", "--params", "p");
    }

    [Fact]
    public void Missing_params_file_says_where_it_was_looked_for() => Fails($"there is no such file. Relative paths start at {_cli.Folder}.", "--params", "none.json");

    [Theory]
    [InlineData("--set optimzer.lr=1", "--set optimzer.lr: there is no 'optimzer'. Did you mean 'optimizer'?")]
    [InlineData("--set optimizer.rl=1", "--set optimizer.rl: there is no 'rl'. Did you mean 'lr'?")]
    [InlineData("--set epochs.x=1", "--set epochs.x: epochs is no object (integer, 1 to 500), so it has no 'x'.")]
    [InlineData("--set optimizer", "expected NAME=VALUE")]
    [InlineData("--set optimizer..lr=1", "there is an empty name between the dots")]
    [InlineData("--optimizer.lr 1", "Parts of an object are given by --set optimizer.lr=VALUE")]
    [InlineData("--optimizer {\"lr\":1} --set optimizer.lr=2", "--optimizer already gives the whole of optimizer")]
    [InlineData("--set optimizer.lr=2 --optimizer {\"lr\":1}", "parts of optimizer are already given by --set")]
    [InlineData("--epochs 1 --epochs 2", "--epochs is given twice (1 and 2); only lists take several.")]
    [InlineData("--params a --params b", "--params is given twice (a and b)")]
    [InlineData("--epochs --shuffle", "--epochs needs a value: integer, 1 to 500.")]
    [InlineData("--shuffle false", "Unexpected 'false'. A switch takes its value with '='")]
    [InlineData("--optimizer 3", "--optimizer: expected a JSON object")]
    [InlineData("--no-shuffle=1", "--no-shuffle takes no value, found '1'. Write --shuffle=1")]
    public void Wrong_flags_say_what_to_write(string flags, string says) => Fails(says, ["--dataset", "1", .. flags.Split(' ')]);

    [Theory]
    [InlineData("--api-token", "hunter2")]
    [InlineData("--set", "api_token=hunter2")]
    public void Secret_in_plain_is_refused_and_never_shown(string flag, string value)
    {
        var result = _cli.Run("run", "train", "--dataset", "1", flag, value);
        result.Fails(ExitCode.Usage, "is a secret and never stands on a command line: give env:NAME, file:PATH or -");
        Assert.DoesNotContain("hunter2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_by_reference_goes_through() => Binds("""{"dataset":"1","api_token":"env:TOKEN"}""", "--dataset", "1", "--api-token", "env:TOKEN");

    [Fact]
    public void Secret_from_standard_input_becomes_a_reference()
    {
        _cli.Input = "hunter2\nrest";
        Binds("""{"dataset":"1","api_token":"env:SYNAPSE_SECRET_API_TOKEN"}""", "--dataset", "1", "--api-token", "-");
        Assert.Equal("hunter2", Environment.GetEnvironmentVariable("SYNAPSE_SECRET_API_TOKEN"));
    }

    [Fact]
    public void Empty_standard_input_is_no_secret() => Fails("--api-token -: standard input is empty", "--dataset", "1", "--api-token", "-");

    [Fact]
    public void Standard_input_is_read_only_once() =>
        Fails("--params and --api-token all ask for standard input (-), which can be read only once.", "--params", "-", "--api-token", "-");

    [Fact]
    public void Flags_of_an_action_without_params_say_so() =>
        _cli.Run("run", "clean", "--what", "1").Fails(ExitCode.Usage, "Unknown flag --what: clean has no params.");

    [Fact]
    public void File_for_an_action_without_params_says_so()
    {
        _cli.Write("p.json", "{}");
        _cli.Run("run", "clean", "--params", "p.json").Fails(ExitCode.Usage, "--params p.json: clean has no params.");
    }

    private void Binds(string json, params string[] flags)
    {
        _cli.Run(["plan", "train", .. flags]).Succeeds("The params are right.");
        using var expected = JsonDocument.Parse(json);
        using var found = JsonDocument.Parse(Assert.Single(_plugin.Bound));
        Assert.True(JsonElement.DeepEquals(expected.RootElement, found.RootElement), $"expected {json}, found {_plugin.Bound[0]}");
    }

    private void Fails(string says, params string[] flags)
    {
        var result = _cli.Run(["run", "train", .. flags]);
        result.Fails(ExitCode.Usage, says, "See 'fashion run train --help'.");
        Assert.Empty(result.Output);
    }
}
