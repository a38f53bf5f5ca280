namespace Mistakes;

[TrainAction]
[ExportAction] // SYN1007
public sealed partial class TwoKinds
{
    public void Execute(TrainContext run)
    {
        run.Progress(Progress.Train, 1, 2);
        run.Progress(Progress.SaveFiles, 2, 2);
    }
}
