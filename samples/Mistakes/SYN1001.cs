namespace Mistakes;

[TrainAction]
public sealed class NotPartial // SYN1001
{
    public void Execute(TrainContext run) => run.Log.Info("Training");
}
