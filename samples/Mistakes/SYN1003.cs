namespace Mistakes;

[TrainAction]
public sealed partial class NothingToRun // SYN1003
{
    public void Run(TrainContext run) => run.Progress(Progress.Train, 1, 1);
}
