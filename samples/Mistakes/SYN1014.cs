namespace Mistakes;

[Params]
public sealed partial record SourceParams
{
    /// <summary>Folder to read.</summary>
    public required string Folder { get; init; }
}

[Params]
public sealed partial record TargetParams
{
    /// <summary>Name of the dataset.</summary>
    public required string Dataset { get; init; }
}

[TrainAction]
public sealed partial class TwoParams
{
    [Step]
    string[] Find(SourceParams p) => Directory.GetFiles(p.Folder);

    [Step]
    int Store(string[] files, TargetParams p) => files.Length; // SYN1014
}
