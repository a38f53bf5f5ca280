namespace Mistakes;

[TrainAction]
public sealed partial class NameTaken
{
    private int Progress { get; set; } // SYN1013

    public void Execute() => Progress++;
}
