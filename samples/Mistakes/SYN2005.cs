namespace Mistakes;

[TrainAction]
public sealed partial class NoWeight
{
    [Step(Weight = 0)] // SYN2005
    int Load() => Steps.Load.Length;
}
