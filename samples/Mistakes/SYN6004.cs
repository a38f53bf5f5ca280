namespace Mistakes;

[TrainAction]
public sealed partial class EndsProcess
{
    public void Execute() => Environment.Exit(1); // SYN6004
}
