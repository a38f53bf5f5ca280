namespace NoPlugin;

[TrainAction]
public sealed partial class Train // SYN1008
{
    public void Execute() { }
}

[ExportAction]
public sealed partial class Export
{
    public void Execute() { }
}
