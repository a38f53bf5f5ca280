namespace Mistakes;

public sealed record Settings(int Epochs);

[TrainAction]
public sealed partial class UnmarkedParams
{
    public void Execute(Settings p, TrainContext run) => run.Progress(Progress.Train, 1, p.Epochs); // SYN3010
}
