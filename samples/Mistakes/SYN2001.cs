namespace Mistakes;

[UploadAction]
public sealed partial class UploadAtOnce // SYN2001
{
    public async Task ExecuteAsync(UploadContext run, CancellationToken ct)
    {
        await run.UploadFileAsync(new("a.png", "a.png"), ct);
        run.Progress(Progress.Upload, 1, 1);
    }
}
