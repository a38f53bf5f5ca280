namespace Mistakes;

[TrainAction]
public sealed partial class MessageWithTwoHoles
{
    public void Execute(TrainContext run) => run.Log.Info("Found {Count} files in {Folder}", 3); // SYN4003
}
