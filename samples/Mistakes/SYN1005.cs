namespace Mistakes;

[TrainAction]
public sealed partial class UnknownParameter
{
    public void Execute(int epochs, TrainContext run) => run.Progress(Progress.Train, 1, epochs); // SYN1005
}
