namespace Mistakes;

[UploadAction]
public sealed partial class KeyOfTheClock
{
    [Step]
    Task<Dataset> Create(UploadContext run, CancellationToken ct) =>
        run.Backend.Datasets.CreateAsync("images", key: $"{DateTimeOffset.UtcNow:O}", ct); // SYN6006
}
