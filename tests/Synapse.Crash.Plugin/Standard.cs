using System.Globalization;

namespace Synapse.Crash.Plugin;

/// <summary>An upload as authors have it. It makes its own data collection, and tells which data units there are.</summary>
[UploadAction, UseSteps<StandardUpload>]
public sealed partial class Standard
{
    [Step(Replace = true)]
    static async Task<UploadSource> Initialize(Synapse.Actions.UploadParams p, UploadContext run, CancellationToken ct)
    {
        var collection = await run.Backend.DataCollections.CreateAsync("Crash", [new("file", "data") { IsRequired = true }], run.RunId, ct);
        return new(collection, null, [new("file", p.Path!, IsRecursive: true)], null);
    }

    [Step(After = nameof(StandardUpload.Cleanup))]
    static void Tell(DurableList<CreatedUnits> created, StepAttempt attempt) =>
        Counter.Add("told", attempt, detail: string.Join(' ', created.SelectMany(batch => batch.Ids).Select(id => id.ToString(CultureInfo.InvariantCulture))));
}
