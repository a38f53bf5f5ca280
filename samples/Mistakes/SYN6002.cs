namespace Mistakes;

[TrainAction]
public sealed partial class SharesStatic
{
    private static double best;

    [Step]
    void Fit() => best = 0.9; // SYN6002

    [Step]
    string Report() => $"accuracy {best}";
}
