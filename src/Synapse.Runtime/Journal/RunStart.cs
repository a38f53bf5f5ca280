namespace Synapse.Runtime.Journal;

/// <summary>What a run is, fixed at its start.</summary>
internal sealed record RunStart(
    RunId Id,
    string Action,
    string ActionPrint,
    byte[] Params,
    string? Secrets,
    bool KeepOnFailure,
    string? Parent,
    IReadOnlyList<PlannedStep> Steps,
    TakenWork? Taken = null,
    FailedItems? Wanted = null);

internal sealed record PlannedStep(string Name, string Print, double Weight);
