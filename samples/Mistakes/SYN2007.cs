namespace Mistakes;

[UploadAction]
public sealed partial class WrongWayBack
{
    [Step(Rollback = nameof(Delete))]
    Task<DataFile> Send(UploadContext run, CancellationToken ct) => run.UploadFileAsync(new(Steps.Send, "a.png"), ct);

    Task Delete(long file, UploadContext run, CancellationToken ct) => run.Backend.DataFiles.DeleteAsync(file, ct); // SYN2007
}
