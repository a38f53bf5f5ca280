namespace Mistakes;

public sealed record Picture(string Name, Stream Content);

[TrainAction]
public sealed partial class StreamInResult
{
    [Step]
    List<Picture> Load() => []; // SYN2009

    [Step]
    int Count(List<Picture> pictures) => pictures.Count;
}
