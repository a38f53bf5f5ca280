using System.Globalization;

namespace Annotate;

/// <summary>How many images to make, and where.</summary>
[Params]
public sealed partial record MakeImagesParams
{
    /// <summary>Folder to make them in.</summary>
    public required string Output { get; init; }

    /// <summary>Images with labels, in <c>labelled</c>.</summary>
    [Range(4, 100_000)]
    public int Labelled { get; init; } = 40;

    /// <summary>Images without, in <c>new</c>.</summary>
    [Range(1, 100_000)]
    public int New { get; init; } = 60;
}

/// <summary>Images to try the plugin with.</summary>
public static partial class Making
{
    /// <summary>Draws shapes: some with a label file, others without. Each tenth of the others shows nothing.</summary>
    [PluginAction("make-images")]
    public static void MakeImages(MakeImagesParams p, RunContext run, CancellationToken ct)
    {
        var random = new Random(1);
        for (var i = 1; i <= p.Labelled; i++)
        {
            ct.ThrowIfCancellationRequested();
            var shape = Shape.Names[i % Shape.Names.Length];
            Write(p.Output, "labelled/image", i, ".png", Shape.Draw(shape, random));
            Write(p.Output, "labelled/labels", i, ".json", System.Text.Encoding.UTF8.GetBytes($$"""{"shape":"{{shape}}"}"""));
        }

        for (var i = 1; i <= p.New; i++)
        {
            ct.ThrowIfCancellationRequested();
            Write(p.Output, "new/image", i, ".png", Shape.Draw(i % 10 == 0 ? null : Shape.Names[i % Shape.Names.Length], random));
        }

        run.Log.Success("Made {Labelled} images with labels and {New} without in {Folder}", p.Labelled, p.New, p.Output);
    }

    private static void Write(string output, string folder, int number, string extension, byte[] content)
    {
        var path = Path.Combine(output, folder, number.ToString("D5", CultureInfo.InvariantCulture) + extension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
