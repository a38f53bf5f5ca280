namespace Fashion;

/// <summary>Which data set to unpack, and where to.</summary>
[Params]
public sealed partial record UnpackParams
{
    /// <summary>Folder with the four IDX files, plain or gzipped.</summary>
    public required string Data { get; init; }

    /// <summary>Folder to write images and labels.csv to.</summary>
    public required string Output { get; init; }
}

/// <summary>How many images were written.</summary>
public sealed record UnpackResult(int Images);

/// <summary>Gets the data set into the form in which people keep images.</summary>
public static partial class Preparation
{
    /// <summary>Writes Fashion-MNIST as one PNG file an image and a labels.csv.</summary>
    [PluginAction("unpack")]
    public static UnpackResult Unpack(UnpackParams p, RunContext run, CancellationToken ct)
    {
        var files = FashionFolder.Unpack(p.Data, p.Output, ct: ct);
        run.Log.Success("Wrote {Count} images to {Folder}", files.Count, p.Output);
        return new(files.Count);
    }
}
