namespace Mistakes;

[TrainAction]
public sealed partial class Blocks
{
    [Step]
    string Load(TrainContext run, CancellationToken ct) => run.GetDatasetAsync(1, ct).Result.Name; // SYN6003
}
