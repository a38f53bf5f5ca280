namespace Mistakes;

[TrainAction]
public sealed partial class BadStepName
{
    [Step(Name = "Load data")] // SYN2010
    int Load() => Steps.Load.Length;
}
