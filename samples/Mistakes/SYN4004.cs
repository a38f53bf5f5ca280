namespace Mistakes;

[TrainAction]
public sealed partial class WritesToConsole
{
    public void Execute(TrainContext run) => Console.WriteLine($"Work is in {run.WorkDir}"); // SYN4004
}
