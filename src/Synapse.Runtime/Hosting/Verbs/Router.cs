using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Verbs.Local;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

/// <summary>Finds the verb and runs it.</summary>
internal static class Router
{
    public static ExitCode Route(HostContext host)
    {
        var arguments = new Arguments(host.Arguments);
        if (!arguments.TryTake(out var word))
        {
            PluginHelp.WriteAbout(host);
            return ExitCode.Done;
        }
        switch (word)
        {
            case "--help" or "-h" or "help":
                PluginHelp.WriteHelp(host);
                return ExitCode.Done;
            case "--version":
                PluginHelp.WriteVersion(host);
                return ExitCode.Done;
            case "run" or "plan":
                return ActionVerb.Execute(host, word == "run" ? Verb.Run : Verb.Plan, arguments);
            case "describe":
                return DescribeVerb.Execute(host, arguments);
            case "resume":
                return ResumeVerb.Execute(host, arguments);
            case "rollback":
                return RollbackVerb.Execute(host, arguments);
            case "runs":
                return Runs(host, arguments);
            case "abandon":
                return AbandonVerb.Execute(host, arguments);
            case "wait":
                return WaitVerb.Execute(host, arguments);
            case "leftovers":
                return LeftoversVerb.Execute(host, arguments);
            case "local":
                return LocalVerb.Route(host, arguments);
            case "completion":
                return CompletionVerb.Execute(host, arguments);
            case "show":
                return ShowVerb.Execute(host, arguments);
            case "logs":
                return LogsVerb.Execute(host, arguments);
            default:
                throw Unknown(host, word);
        }
    }

    private static ExitCode Runs(HostContext host, Arguments arguments) => CommandsUnder.Execute(
        host, arguments, "runs", "alone it lists the runs", RunsVerb.Execute,
        ("prune", PruneVerb.Execute), ("export", ExportVerb.Execute), ("import", ImportVerb.Execute), ("salvage", SalvageVerb.Execute));

    private static UsageException Unknown(HostContext host, string word)
    {
        var advice = $"See '{host.Command} --help'.";
        if (host.Plugin.Actions.Any(action => action.Name == word))
        {
            return new UsageException($"'{word}' is an action: {host.Command} run {word}", advice);
        }
        if (FlagWord.IsFlag(word))
        {
            return new UsageException($"Options stand after a command, found {word} first.{Spelling.DidYouMean(word, ["--help", "--version"])}", advice);
        }
        var actions = host.Plugin.Actions.Select(action => action.Name);
        return Spelling.Closest(word, Verb.All.Select(verb => verb.Name)) is { } verb
            ? new UsageException($"Unknown command '{word}'. Did you mean '{verb}'?", advice)
            : Spelling.Closest(word, actions) is { } action
                ? new UsageException($"Unknown command '{word}'. Did you mean '{host.Command} run {action}'?", advice)
                : new UsageException($"Unknown command '{word}'. Commands: {string.Join(", ", Verb.All.Select(known => known.Name))}.", advice);
    }
}
