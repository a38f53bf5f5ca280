using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>What every part of the engine works with while this process works on a run.</summary>
internal sealed class RunWorld(
    RunFolder folder, RunJournal journal, EventLog events, ProgressMeter meter, ActionDescriptor action, object? parameters,
    DateTimeOffset created, RunOptions options, CancellationToken stop)
{
    public RunFolder Folder => folder;

    public RunJournal Journal => journal;

    public EventLog Events => events;

    public ProgressMeter Meter => meter;

    public ActionDescriptor Action => action;

    public object? Parameters => parameters;

    public DateTimeOffset Created => created;

    public RunOptions Options => options;

    public CancellationToken Stop => stop;

    public BodyThread Bodies { get; } = new();

    public ChildProcesses Children { get; } = new(journal, events, options.Launcher, options.Grace);

    /// <summary>Behind the one-way door: progress is frozen, and only undoing is left.</summary>
    public bool IsRollingBack { get; set; }

    /// <summary>Outputs of finished steps by position, as they are journaled.</summary>
    public StepOutput?[] Outputs { get; } = new StepOutput?[action.Steps.Count];
}
