using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Reporting;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>Gives up a run: a state that is never resumed. What the run made stays, and stays listed.</summary>
internal static class Abandonment
{
    /// <exception cref="RunHeldException">A process works on the run.</exception>
    public static void Abandon(PluginDescriptor plugin, RunFolder folder, string? arguments)
    {
        using var held = RunLock.Acquire(folder);
        using var journal = RunJournal.Open(folder, ProcessIdentity.Current(plugin.Version, arguments: arguments), JournalOptions.Default);
        journal.Commit(new RunEnded(RunState.Abandoned));
        using (var events = new EventLog(folder, [], TimeProvider.System))
        {
            events.Write(EventTypes.RunEnded, default, json =>
            {
                json.WriteString("state", RunState.Abandoned.ToText());
                json.WriteNumber("exit_code", (int)ExitCode.Failed);
            });
        }

        journal.Close();
    }
}
