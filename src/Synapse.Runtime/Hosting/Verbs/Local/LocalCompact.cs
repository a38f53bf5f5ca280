using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Backends.Local.Compaction;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Gives back the space of what was deleted.</summary>
internal static class LocalCompact
{
    public static Task<ExitCode> RunAsync(LocalVerb local, LocalBackend backend)
    {
        if (!local.Exists)
        {
            local.Say($"There is no embedded backend in {local.State.Path}, so there is nothing to reclaim.");
            return Task.FromResult(ExitCode.Done);
        }

        var report = LocalCompaction.Run(local.State, (number, of) => local.Say($"segment {number} of {of}"));
        local.Say($"{Amount.Bytes(report.Bytes)} reclaimed: {Amount.Of(report.Segments, "segment")} and {Amount.Of(report.Blobs, "blob")} removed.");
        if (report.Left > 0)
        {
            local.Say($"{Amount.Bytes(report.Left)} of deleted content stay in segments that hold little of it.");
        }

        foreach (var number in report.Damaged)
        {
            local.Say($"Segment {number} is damaged and stays as it is: '{local.Host.Command} local check' says what it holds.");
        }

        return Task.FromResult(ExitCode.Done);
    }
}
