using System.Diagnostics;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class CompletionTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("fashion r", "run resume rollback runs")]
    [InlineData("fashion runs p", "prune")]
    [InlineData("fashion run t", "train")]
    [InlineData("fashion run train --ep", "--epochs")]
    [InlineData("fashion run --quiet train --run", "--run-name")]
    [InlineData("fashion run train --on-failure k", "keep")]
    [InlineData("fashion logs last --level w", "warning")]
    [InlineData("fashion runs prune --in-state rolled", "rolled_back")]
    [InlineData("fashion describe --schema c", "clean")]
    [InlineData("fashion completion z", "zsh")]
    [InlineData("fashion resume la", "last")]
    [InlineData("fashion local ls ta", "tasks")]
    [InlineData("fashion local export ", "files datasets versions models --state --no-color --help")]
    [InlineData("fashion local add-tasks 1 --a", "--all")]
    [InlineData("fashion run train --params ", "")]
    public void Bash_completes_a_command_line(string typed, string offered) => Assert.Equal(offered, Bash(typed));

    [Fact]
    public void Bash_can_load_it() => Assert.Equal("", Shell("bash", "-n", Script("bash")));

    [Theory]
    [InlineData("zsh", "bashcompinit", "compgen -W 'rollback keep'")]
    [InlineData("fish", "complete -c fashion -f -n __fish_use_subcommand -a leftovers", "-l epochs -r -d 'Passes over the training split.'")]
    public void Other_shells_have_commands_and_flags(string shell, params string[] says) => _cli.Run("completion", shell).Succeeds(says);

    [Fact]
    public void Unknown_shell_says_which_there_are()
    {
        _cli.Run("completion", "bahs").Fails(ExitCode.Usage, "completion knows bash, zsh, fish, found 'bahs'. Did you mean 'bash'?");
        _cli.Run("completion").Fails(ExitCode.Usage, "completion needs a shell: bash, zsh or fish.");
    }

    private string Bash(string typed) => Shell("bash", "--norc", "-c", $$"""
        source {{Script("bash")}}
        COMP_WORDS=({{typed}}{{(typed.EndsWith(' ') ? "''" : "")}})
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _fashion
        echo "${COMPREPLY[@]}"
        """);

    private string Script(string shell) => Path.Combine(_cli.Folder, _cli.Write("completion." + shell, _cli.Run("completion", shell).Succeeds().Output));

    private static string Shell(string shell, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output + error.Result).Trim();
    }
}
