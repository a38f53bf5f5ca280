namespace Mistakes;

[TrainAction]
public sealed partial class TwoProducers
{
    [Step]
    int CountImages() => 100;

    [Step]
    int CountLabels() => 100;

    [Step]
    string Compare(int images) => $"{Steps.Compare}: {images}"; // SYN2008
}
