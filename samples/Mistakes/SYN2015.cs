namespace Mistakes;

[TrainAction]
public sealed partial class TwoParts
{
    [Step]
    int Load() => Steps.Load.Length;
}

public sealed partial class TwoParts
{
    [Step]
    string Fit(int data) => $"{Steps.Fit} {data}"; // SYN2015
}
