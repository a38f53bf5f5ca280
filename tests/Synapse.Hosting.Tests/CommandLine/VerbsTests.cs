using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.CommandLine;

public sealed class VerbsTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Bare_command_says_what_it_is_and_how_to_run_it() =>
        _cli.Run().Succeeds("Fashion classifier 1.2.3", "Classifies images of clothes.", "Trains the classifier.", "fashion run train --dataset N");

    [Fact]
    public void Version_names_plugin_and_contract() => _cli.Run("--version").Succeeds("fashion 1.2.3 (contract 1)");

    [Fact]
    public void Help_lists_commands_and_exit_codes() => _cli.Run("--help").Succeeds("resume RUN", "logs RUN", "130, 143");

    [Theory]
    [InlineData("rnu", "Unknown command 'rnu'. Did you mean 'run'?")]
    [InlineData("train", "'train' is an action: fashion run train")]
    [InlineData("trian", "Did you mean 'fashion run train'?")]
    [InlineData("xyzzy", "Commands: run, plan, resume")]
    [InlineData("--verison", "Did you mean '--version'?")]
    public void Unknown_command_says_what_was_meant(string typed, string says) => _cli.Run(typed).Fails(ExitCode.Usage, says, "fashion --help");

    [Fact]
    public void Run_without_action_lists_them() => _cli.Run("run").Fails(ExitCode.Usage, "run needs an action: train, clean, upload.");

    [Theory]
    [InlineData("run")]
    [InlineData("plan")]
    public void Unknown_action_says_what_was_meant(string verb) =>
        _cli.Run(verb, "tarin").Fails(ExitCode.Usage, "Unknown action 'tarin'. Did you mean 'train'?", "train, clean, upload");

    [Theory]
    [InlineData("to_task")]
    [InlineData("add_task_data")]
    public void Pre_annotation_goes_by_what_the_platform_calls_it(string name)
    {
        using var cli = new Cli(TestPlugin.PreAnnotating("pre_annotate"));
        cli.Run("plan", name).Succeeds("pre_annotate");
    }

    [Fact]
    public void Name_of_the_platform_means_nothing_when_there_are_two()
    {
        using var cli = new Cli(TestPlugin.PreAnnotating("one", "two"));
        cli.Run("plan", "to_task").Fails(ExitCode.Usage, "Unknown action 'to_task'.", "one, two, clean");
    }

    [Fact]
    public void Params_before_the_action_say_where_they_stand() =>
        _cli.Run("run", "--epochs=3", "train").Fails(ExitCode.Usage, "--epochs is a param: it stands after the action's name.");

    [Fact]
    public void All_problems_of_a_command_line_are_named_at_once()
    {
        var result = _cli.Run("run", "--evnets", "train", "--epohcs", "3", "stray", "--on-failure", "rolback");
        result.Fails(
            ExitCode.Usage,
            "Unknown option --evnets. Did you mean '--events'?",
            "Unknown flag --epohcs. Did you mean '--epochs'?",
            "Unexpected 'stray'.",
            "--on-failure is 'rollback' or 'keep', found 'rolback'. Did you mean 'rollback'?",
            "--dataset (/dataset): Required: integer, at least 1.");
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("resume", "resume needs a run: any unique part of its id, or 'last'.")]
    [InlineData("show", "show needs a run")]
    public void Missing_run_says_how_to_name_one(string verb, string says) => _cli.Run(verb).Fails(ExitCode.Usage, says);

    [Theory]
    [InlineData("resume", "--set", "a=1")]
    [InlineData("resume", "--params", "x.json")]
    public void Params_of_a_resumed_run_cannot_change(string verb, string flag, string value) =>
        _cli.Run(verb, "last", flag, value).Fails(ExitCode.Usage, $"{flag}: resume takes no params.");

    [Fact]
    public void Verb_help_lists_its_options() => _cli.Run("rollback", "--help").Succeeds("Usage: fashion rollback RUN [options]", "--yes");

    [Fact]
    public void Action_help_shows_params_as_flags() => _cli.Run("run", "train", "--help").Succeeds(
        "Usage: fashion run train --dataset N",
        "--epochs N",
        "integer, 1 to 500; default 10",
        "--run-name VALUE",
        "--set optimizer.lr=N",
        "--api-token env:NAME",
        "--no-shuffle is false");

    [Fact]
    public void Wrong_command_line_creates_no_state_folder()
    {
        _cli.Run("run", "train", "--epochs", "0").Fails(ExitCode.Usage);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_cli.Folder));
    }

    [Fact]
    public void Options_that_take_no_value_say_so() => _cli.Run("runs", "--no-color=1").Fails(ExitCode.Usage, "--no-color takes no value, found '1'.");

    [Fact]
    public void Option_without_its_value_says_so() => _cli.Run("runs", "--state").Fails(ExitCode.Usage, "--state needs a value: --state DIR");
}
