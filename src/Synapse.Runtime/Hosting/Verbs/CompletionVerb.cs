using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Completion;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class CompletionVerb
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        var operands = VerbArguments.Parse(host, Verb.Completion, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.Completion);
            return ExitCode.Done;
        }
        var words = new CompletionWords(host);
        switch (operands[0])
        {
            case "bash":
                BashCompletion.Write(host.Console.Out, words);
                return ExitCode.Done;
            case "zsh":
                BashCompletion.WriteForZsh(host.Console.Out, words);
                return ExitCode.Done;
            case "fish":
                FishCompletion.Write(host.Console.Out, words);
                return ExitCode.Done;
            default:
                throw new UsageException(
                    $"completion knows {string.Join(", ", Shells)}, found '{operands[0]}'.{Spelling.DidYouMean(operands[0], Shells)}",
                    $"For bash: eval \"$({words.Program} completion bash)\"");
        }
    }
}
