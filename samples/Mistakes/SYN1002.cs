namespace Mistakes;

[TrainAction]
public sealed partial class NotConstructed(string folder) // SYN1002
{
    public void Execute(TrainContext run) => run.Log.Info("Training on {Folder}", folder);
}
