using Synapse.Backends;
using Synapse.Binding;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running;

/// <summary>Where and how a run is worked on; nothing of it is part of the run itself.</summary>
internal sealed record RunOptions
{
    public required StateFolder State { get; init; }

    public required IBackend Backend { get; init; }

    /// <summary>Each gets every event in order, on a thread of its own: a slow one delays nobody.</summary>
    public IReadOnlyList<IEventSink> Sinks { get; init; } = [];

    /// <summary>Who gave the params of a start.</summary>
    public BindOptions ParamsFrom { get; init; } = BindOptions.Person;

    /// <summary>References to secrets that a resume needs and the journal does not lead to, by JSON Pointers into the params.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>What <c>--on-failure</c> said, or <see cref="OnFailure.Default"/> for the action's own.</summary>
    public OnFailure OnFailure { get; init; }

    /// <summary>A resume goes on although steps changed.</summary>
    public bool Force { get; init; }

    /// <summary>What a person said of calls in doubt, if anything.</summary>
    public Assumption? Assume { get; init; }

    /// <summary>How the process was called, for <c>show</c>; without values of secrets.</summary>
    public string? Arguments { get; init; }

    /// <summary>What the process ends with when it was asked to stop: 130, or 143 for SIGTERM.</summary>
    public Func<ExitCode> StopCode { get; init; } = static () => ExitCode.Interrupted;

    /// <summary>How long a body may take to stop; after that it is given up.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How programs are started so that they end with this process; null to start them directly.</summary>
    public ChildLauncher? Launcher { get; init; }

    /// <summary>Gets each group of records once it is durable here; null for none.</summary>
    public IRecordShipper? Shipper { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
