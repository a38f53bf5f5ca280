namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The options that concern a run and not its params.</summary>
[Flags]
internal enum Option
{
    None = 0,
    State = 1,
    Events = 1 << 1,
    OnFailure = 1 << 2,
    Quiet = 1 << 3,
    Verbose = 1 << 4,
    Yes = 1 << 5,
    Force = 1 << 6,
    NoColor = 1 << 7,
    Follow = 1 << 8,
    Json = 1 << 9,
    Schema = 1 << 10,
    Help = 1 << 11,
    From = 1 << 12,
    DryRun = 1 << 13,
    Older = 1 << 14,
    KeepLast = 1 << 15,
    InState = 1 << 16,
    Timeout = 1 << 17,
    Level = 1 << 18,
    Step = 1 << 19,
    Deadline = 1 << 20,
    Assume = 1 << 21,
    OnlyFailed = 1 << 22,
    Secret = 1 << 23,
    Collection = 1 << 24,
    All = 1 << 25,
}
