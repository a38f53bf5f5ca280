using System.Text.Json;
using Synapse.Binding;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary>Secrets that were given as their values: the journal has no value of them, so they are given again.</summary>
public sealed class GivenSecretTests : IDisposable
{
    private const string Variable = "SYNAPSE_TEST_TOKEN_AGAIN";

    private readonly Cli _cli;
    private readonly List<string> _used = [];
    private bool _fails = true;

    public GivenSecretTests() => _cli = new Cli(Plugin());

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _cli.Dispose();
    }

    [Fact]
    public async Task Resume_lists_all_that_are_missing_and_how_to_give_them()
    {
        await StartAsync();
        var refused = _cli.Run("resume", "last").Fails(ExitCode.Usage, "secrets must be given again; nothing ran");
        Assert.Contains("/token: The secret was given as its value, which is never kept. Give it: --secret token=env:VAR or --secret token=file:PATH", refused.Error, StringComparison.Ordinal);
        Assert.Contains("/auth/key: The secret was given as its value, which is never kept. Give it: --secret auth.key=env:VAR", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["one two"], _used);
    }

    [Fact]
    public async Task Resume_goes_on_with_secrets_from_a_variable_and_a_file()
    {
        await StartAsync();
        Environment.SetEnvironmentVariable(Variable, "first");
        var file = Path.Combine(_cli.Folder, "key.txt");
        await File.WriteAllTextAsync(file, "second\n", TestContext.Current.CancellationToken);
        _cli.Run("resume", "last", "--secret", $"token=env:{Variable}", "--secret", $"auth.key=file:{file}").Succeeds();
        Assert.Equal(["one two", "first second"], _used);
        Assert.DoesNotContain("first", System.Text.Encoding.UTF8.GetString(JournalReader.Look(Last(), JournalReader.ReadRun).Params), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_still_missing_is_named_beside_one_that_leads_nowhere()
    {
        await StartAsync();
        var refused = _cli.Run("resume", "last", "--secret", $"token=env:{Variable}").Fails(ExitCode.Usage);
        Assert.Contains($"/token: The secret cannot be read: environment variable {Variable} is not set.", refused.Error, StringComparison.Ordinal);
        Assert.Contains("/auth/key: ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_the_run_does_not_miss_is_refused()
    {
        await StartAsync();
        Environment.SetEnvironmentVariable(Variable, "x");
        _cli.Run("resume", "last", "--secret", $"token=env:{Variable}", "--secret", $"auth.key=env:{Variable}", "--secret", $"tokn=env:{Variable}")
            .Fails(ExitCode.Usage, "--secret tokn: no secret of the run is missing there.");
    }

    [Fact]
    public async Task Rollback_and_resume_from_a_step_ask_in_the_same_way()
    {
        await StartAsync();
        Environment.SetEnvironmentVariable(Variable, "x");
        string[] given = ["--secret", $"token=env:{Variable}", "--secret", $"/auth/key=env:{Variable}"];
        _cli.Run("resume", "last", "--from", "use").Fails(ExitCode.Usage, "--secret token=env:VAR");
        _cli.Run("rollback", "last").Fails(ExitCode.Usage, "--secret token=env:VAR");
        _cli.Run(["rollback", "last", .. given]).Succeeds("rolled back");
    }

    [Theory]
    [InlineData("token=hunter2", "--secret token never stands on a command line: give env:VAR or file:PATH")]
    [InlineData("token", "--secret needs a name and where its value is")]
    public void A_value_on_the_command_line_is_refused_and_not_shown(string given, string says)
    {
        var refused = _cli.Run("resume", "last", "--secret", given).Fails(ExitCode.Usage, says);
        Assert.DoesNotContain("hunter2", refused.Error, StringComparison.Ordinal);
    }

    private RunFolder Last() => RunCatalog.Find(StateFolder.At(Path.Combine(_cli.Folder, StateFolder.FolderName)), RunCatalog.Last);

    /// <summary>A run as the platform starts it, which fails once.</summary>
    private async Task StartAsync()
    {
        var state = StateFolder.Open(Path.Combine(_cli.Folder, StateFolder.FolderName));
        using var backend = new Runtime.Backends.Local.LocalBackend(state);
        var options = new RunOptions { State = state, Backend = backend, ParamsFrom = BindOptions.Platform };
        var outcome = await RunSession.StartAsync(
            _cli.Plugin, _cli.Plugin.Actions[0], """{"token":"one","auth":{"key":"two"}}"""u8.ToArray(), options, TestContext.Current.CancellationToken);
        Assert.Equal(RunState.Failed, outcome.State);
        _fails = false;
    }

    private PluginDescriptor Plugin() => new()
    {
        Code = "fashion",
        Name = "Fashion classifier",
        Version = "1.2.3",
        Actions =
        [
            new ActionDescriptor<Secrets, NoResult>
            {
                Name = "use",
                TypeName = "Fashion.Use",
                Kind = ActionKind.Function,
                OnFailure = OnFailure.Keep,
                IsStepped = true,
                Params = new()
                {
                    TypeName = "Fashion.Secrets",
                    JsonSchema = "{}",
                    Fields = [],
                    Read = Read,
                    Write = static (writer, secrets) =>
                    {
                        writer.WriteStartObject();
                        writer.WriteString("token", secrets.Token!.Reference);
                        writer.WriteStartObject("auth");
                        writer.WriteString("key", secrets.Key!.Reference);
                        writer.WriteEndObject();
                        writer.WriteEndObject();
                    },
                },
                Steps =
                [
                    new()
                    {
                        Name = "use",
                        Method = "Use.Run",
                        Fingerprint = "use",
                        RollbackInFlight = true,
                        Rollback = static _ => default,
                        Run = scope =>
                        {
                            var secrets = (Secrets)scope.Params!;
                            _used.Add($"{secrets.Token!.Reveal()} {secrets.Key!.Reveal()}");
                            return _fails ? throw new IOException("no network") : default;
                        },
                    },
                ],
            },
        ],
    };

    private static Secrets? Read(ref ParamReader reader)
    {
        var secrets = new Secrets();
        reader.StartObject();
        while (reader.NextName())
        {
            var isAuth = reader.Is("auth"u8);
            reader.ToValue();
            if (isAuth)
            {
                reader.StartObject();
                reader.NextName();
                reader.ToValue();
                secrets.Key = reader.TrySecret(out var key, "a secret") ? key : null;
                reader.NextName();
            }
            else
            {
                secrets.Token = reader.TrySecret(out var token, "a secret") ? token : null;
            }
        }
        return secrets;
    }

    private sealed class Secrets
    {
        public Secret? Token { get; set; }

        public Secret? Key { get; set; }
    }
}
