namespace Mistakes;

[TrainAction]
public sealed partial class SharesField
{
    private int images;

    [Step]
    void Load() => images = 100;

    [Step]
    string Fit() => $"trained on {images}"; // SYN6001
}
