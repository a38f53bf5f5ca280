using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

/// <summary>A verb that has commands of its own, and does something alone.</summary>
internal static class CommandsUnder
{
    public static ExitCode Execute(
        HostContext host,
        Arguments arguments,
        string verb,
        string whatAlone,
        Func<HostContext, Arguments, ExitCode> alone,
        params (string Name, Func<HostContext, Arguments, ExitCode> Execute)[] commands)
    {
        if (arguments.IsEmpty || FlagWord.IsFlag(arguments.Peek()))
        {
            return alone(host, arguments);
        }
        arguments.TryTake(out var word);
        foreach (var command in commands)
        {
            if (command.Name == word)
            {
                return command.Execute(host, arguments);
            }
        }
        string[] known = [.. commands.Select(command => command.Name)];
        throw new UsageException($"{verb}: unknown command '{word}'.{Spelling.DidYouMean(word, known)} It has {string.Join(", ", known)}; {whatAlone}.", $"See '{host.Command} --help'.");
    }
}
