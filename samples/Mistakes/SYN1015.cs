namespace Mistakes;

[ExportAction]
public sealed partial class ConvertsInVain
{
    public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Assignments.ListAsync(p.Filter, ct);

    public ExportItem ConvertData(Assignment item) => ExportItem.Of(item); // SYN1015
}
