using System.Diagnostics;
using System.Globalization;

namespace Synapse.Actions.Annotating;

/// <summary>The serve application that is asked.</summary>
internal static class Serving
{
    private static readonly ProgressCategory Category = new("prepare");
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    public static async Task PrepareAsync(AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var said = (What: "", At: TimeSpan.Zero);
        var application = await run.Backend.ServeApplications.EnsureRunningAsync(
            p.PreProcessor!.Value, TimeSpan.FromSeconds(p.ServeTimeoutSeconds), Waiting, ct);
        run.Log.Info("Serve application {Name} runs", application.Name);

        // What is new is said at once, what is not only now and then.
        void Waiting(ServeApplication looked)
        {
            var waited = Stopwatch.GetElapsedTime(started);
            run.Progress(Category, Math.Min(waited.TotalSeconds, p.ServeTimeoutSeconds), p.ServeTimeoutSeconds);
            var what = looked.Reason is { } reason ? $"{StatusText(looked.Status)}, {Redaction.Of(reason)}" : StatusText(looked.Status);
            if (what != said.What || waited - said.At >= Silence)
            {
                said = (what, waited);
                run.Log.Info(
                    "Waiting for serve application {Name}: {Status} ({Waited} of {Limit} s)",
                    looked.Name, what, waited.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), p.ServeTimeoutSeconds);
            }
        }
    }

    private static string StatusText(ServeStatus status) => status switch
    {
        ServeStatus.Pending => "it is being deployed",
        ServeStatus.Unhealthy => "it is unhealthy",
        ServeStatus.DeployFailed => "it could not be deployed",
        ServeStatus.Unavailable => "nothing answers",
        _ => "it runs",
    };
}
