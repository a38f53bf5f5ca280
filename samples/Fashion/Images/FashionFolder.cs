namespace Fashion;

/// <summary>One line of labels.csv: a file below the folder, its label and its split.</summary>
internal sealed record LabelledFile(string File, int Label, string Split);

/// <summary>The data set as people keep images: one PNG file each, and a labels.csv that says what they show.</summary>
internal static class FashionFolder
{
    public const string LabelsFile = "labels.csv";
    public const string Header = "file,label,split";

    private static readonly string[] splits = ["train", "test"];

    /// <summary>Writes every image of a folder of IDX files as <c>train/00001.png</c> and so on, then labels.csv.</summary>
    /// <param name="dataFolder">Where the IDX files are.</param>
    /// <param name="outputFolder">Where to write; made if missing, files of the same name are replaced.</param>
    /// <param name="limit">How many images of each split to write at most.</param>
    /// <param name="ct">Stops between two files.</param>
    /// <returns>The lines of labels.csv.</returns>
    public static IReadOnlyList<LabelledFile> Unpack(
        string dataFolder,
        string outputFolder,
        int limit = int.MaxValue,
        CancellationToken ct = default)
    {
        var files = new List<LabelledFile>();
        foreach (var split in splits)
        {
            var images = ImageSet.ReadIdx(dataFolder, split);
            Directory.CreateDirectory(Path.Combine(outputFolder, split));
            for (var i = 0; i < Math.Min(limit, images.Count); i++)
            {
                ct.ThrowIfCancellationRequested();
                var name = $"{split}/{i + 1:D5}.png";
                File.WriteAllBytes(Path.Combine(outputFolder, name), GrayPng.Encode(ImageSet.Side, ImageSet.Side, images.Pixels(i)));
                files.Add(new LabelledFile(name, images.Label(i), split));
            }
        }
        // Last: a folder with labels.csv is complete.
        File.WriteAllLines(
            Path.Combine(outputFolder, LabelsFile),
            files.Select(f => $"{f.File},{Labels.Names[f.Label]},{f.Split}").Prepend(Header));
        return files;
    }

    /// <summary>Reads labels.csv; an error names the line.</summary>
    public static IReadOnlyList<LabelledFile> ReadLabels(string folder)
    {
        var path = Path.Combine(folder, LabelsFile);
        var files = new List<LabelledFile>();
        var seen = new HashSet<string>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (line == 1)
            {
                if (text.TrimEnd() != Header)
                {
                    throw Error($"the header must be \"{Header}\", not \"{text}\"");
                }
                continue;
            }
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            var file = Parse(text, Error);
            if (!seen.Add(file.File))
            {
                throw Error($"\"{file.File}\" is listed twice");
            }
            files.Add(file);
        }
        return line > 0 ? files : throw new InvalidDataException($"{path} is empty.");

        InvalidDataException Error(string problem) => new($"{path}, line {line}: {problem}.");
    }

    private static LabelledFile Parse(string text, Func<string, Exception> error)
    {
        if (text.Split(',', StringSplitOptions.TrimEntries) is not [var file, var name, var split])
        {
            throw error($"expected 3 values as in \"{Header}\", found \"{text}\"");
        }
        if (file.Length == 0 || Path.IsPathRooted(file) || file.Split('/').Contains(".."))
        {
            throw error($"\"{file}\" is no file below the folder");
        }
        var label = Labels.IndexOf(name);
        if (label < 0)
        {
            throw error($"unknown label \"{name}\"; known are {string.Join(", ", Labels.Names)}");
        }
        return splits.Contains(split)
            ? new LabelledFile(file, label, split)
            : throw error($"unknown split \"{split}\"; known are {string.Join(", ", splits)}");
    }
}
