namespace Mistakes;

[ExportAction]
public sealed partial class BothModes
{
    [Step]
    string[] Find() => ["a.png"];

    public void Execute(ExportContext run) => run.Progress(Progress.Find, 1, Steps.Find.Length); // SYN1004
}
