namespace Mistakes;

[TrainAction(Name = "Bad Name")] // SYN1009
public sealed partial class BadName
{
    public void Execute() { }
}
