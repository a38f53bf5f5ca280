namespace Mistakes;

[TrainAction]
public sealed partial class NegativeRetries
{
    [Step(Retries = -1)] // SYN2022
    int Load() => Steps.Load.Length;
}
