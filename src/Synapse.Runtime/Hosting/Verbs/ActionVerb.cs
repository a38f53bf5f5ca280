using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Flags;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Verbs;

/// <summary><c>run</c> and <c>plan</c>: both read an action and its params, one of them then does it.</summary>
internal static class ActionVerb
{
    public static ExitCode Execute(HostContext host, Verb verb, Arguments arguments)
    {
        var parsed = ActionArguments.Parse(host, verb, arguments, new GivenOptions());
        if (parsed.Options.Help)
        {
            WriteHelp(host, verb, parsed);
            return ExitCode.Done;
        }
        return verb == Verb.Run ? Run(host, parsed) : Plan(host, parsed);
    }

    private static void WriteHelp(HostContext host, Verb verb, ActionArguments parsed)
    {
        if (parsed.Action is { } action)
        {
            ActionHelp.Write(host, verb, action);
        }
        else
        {
            PluginHelp.WriteVerb(host, verb);
        }
    }

    /// <summary>The params are bound before the state folder is touched, so that a wrong command line leaves nothing behind.</summary>
    private static ExitCode Run(HostContext host, ActionArguments parsed)
    {
        var action = parsed.Action!;
        var parent = parsed.Options.OnlyFailed is { } run ? StatePlace.Find(host, parsed.Options, run) : null;
        if (parent is not null)
        {
            TakeParams(host, parent, action, parsed.Input);
        }
        var json = ParamsBinder.Bind(host, action, parsed.Input);
        var state = StateFolder.Open(StatePlace.Path(host, parsed.Options));
        return new RunLauncher(host, parsed.Options).Launch(
            state,
            action.Name,
            before: null,
            (options, stop) => parent is null
                ? RunSession.StartAsync(host.Plugin, action, json, options, stop)
                : RetriedRun.StartAsync(host.Plugin, action, json, parent, options, stop));
    }

    private static void TakeParams(HostContext host, RunFolder parent, ActionDescriptor action, ParamInput input)
    {
        var row = RunSnapshot.Read(parent).Row;
        if (row.Action != action.Name)
        {
            throw new UsageException(
                $"run: --only-failed {row.Id.Short} is a run of '{row.Action}', so its items are none of '{action.Name}'.",
                $"To retry them: {host.Command} run --only-failed {row.Id.Short}");
        }
        input.Before = row.Params.Length > 0 ? row.Params : null;
    }

    private static ExitCode Plan(HostContext host, ActionArguments parsed)
    {
        var action = parsed.Action!;
        var writer = host.Console.Out;
        if (parsed.Input.IsGiven)
        {
            ParamsBinder.Bind(host, action, parsed.Input);
        }
        PlanText.Write(writer, action, host.Console.Terminal.Width());
        writer.WriteLine();
        writer.WriteLine(parsed.Input.IsGiven
            ? "The params are right. Nothing ran."
            : $"Nothing ran. With params they are checked too: {host.Command} plan {action.Name}{PluginHelp.RequiredFlags(action)}");
        return ExitCode.Done;
    }
}
