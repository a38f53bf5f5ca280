namespace Synapse.Actions.Annotating;

/// <summary>The serve application that is asked.</summary>
internal static class Serving
{
    public static async Task PrepareAsync(AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct)
    {
        if (p is { Method: AnnotationMethod.Inference, PreProcessor: { } application })
        {
            await run.Backend.ServeApplications.EnsureRunningAsync(application, TimeSpan.FromSeconds(p.ServeTimeoutSeconds), null, ct);
        }
    }
}
