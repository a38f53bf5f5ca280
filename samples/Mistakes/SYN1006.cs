namespace Mistakes;

[TrainAction(Name = "fit")]
public sealed partial class Fit
{
    public void Execute() { }
}

[TrainAction(Name = "fit")]
public sealed partial class FitAgain // SYN1006
{
    public void Execute() { }
}
