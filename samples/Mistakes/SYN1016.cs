namespace Mistakes;

[ExportAction]
public sealed partial class ExportsNothing // SYN1016
{
    public ExportItem Convert(AnnotatedItem item) => ExportItem.Of(item);
}
