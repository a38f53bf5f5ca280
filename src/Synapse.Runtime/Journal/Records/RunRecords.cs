namespace Synapse.Runtime.Journal.Records;

/// <summary>A process took the run up again, forward.</summary>
internal sealed record RunContinued : JournalRecord;

/// <summary>
/// The one-way door: from here on the run can only be undone. <see cref="Error"/> is the failure that leads there;
/// <see cref="IsAsked"/> says that a person did.
/// </summary>
internal sealed record RollbackEntered(RunError? Error, bool IsAsked = false) : JournalRecord;

/// <summary>A person was told of the crashes; whoever goes on with the run then begins a new count of them.</summary>
internal sealed record CrashesTold : JournalRecord;

/// <summary>This process is done with the run. <see cref="ResultStep"/> names the step whose output is the run's result.</summary>
internal sealed record RunEnded(RunState State, string? ResultStep = null, RunError? Error = null) : JournalRecord;

/// <summary>This process is done with the run, which goes on: another one takes it up.</summary>
internal sealed record ProcessLeft : JournalRecord;

/// <summary>A look-up of "the latest" was answered; later ones and resumes get this version.</summary>
internal sealed record VersionPinned(string Kind, string Id, string Version) : JournalRecord;

/// <summary>The steps that have not run are those of a rebuilt plugin from here on.</summary>
internal sealed record PlanRebound(IReadOnlyList<PlannedStep> Steps) : JournalRecord;
