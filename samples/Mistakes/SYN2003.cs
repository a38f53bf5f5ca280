namespace Mistakes;

[TrainAction]
public sealed partial class WrongAnchor
{
    [Step(After = "load_data")] // SYN2003
    string Fit(int data) => $"{Steps.Fit} {data}";

    [Step]
    int LoadData() => 1;
}
