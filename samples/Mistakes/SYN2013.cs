namespace Mistakes;

[TrainAction]
public sealed partial class NobodyWaits
{
    [Step]
    async void Wait(CancellationToken ct) => await Task.Delay(Steps.Wait.Length, ct); // SYN2013
}
