namespace Annotate;

/// <summary>Writes ground truth: for each image the name of its shape, or nothing.</summary>
[ExportAction]
public sealed partial class Export
{
    public static IAsyncEnumerable<GroundTruth> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) =>
        run.Backend.GroundTruths.ListAsync(p.Filter, ct);

    public static ExportItem Convert(GroundTruth item) => ExportItem.Text((item.Label ?? "nothing") + "\n");
}
