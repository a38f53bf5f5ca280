namespace Mistakes;

[TrainAction]
public sealed partial class Circle
{
    [Step(After = nameof(Fit))]
    int Load() => Steps.Load.Length; // SYN2004

    [Step(After = nameof(Load))]
    string Fit(int data) => $"{Steps.Fit} {data}";
}
