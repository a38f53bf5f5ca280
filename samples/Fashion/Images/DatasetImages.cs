namespace Fashion;

/// <summary>Images of a dataset, in memory.</summary>
internal static class DatasetImages
{
    /// <exception cref="InvalidDataException">The split is empty, or an image in it is not of Fashion-MNIST's form.</exception>
    public static async Task<ImageSet> LoadAsync(IBackend backend, Dataset dataset, string split, CancellationToken ct)
    {
        var pixels = new List<byte>();
        var labels = new List<byte>();
        await foreach (var item in backend.Datasets.ListItemsAsync(dataset.Id, split, ct))
        {
            pixels.AddRange(await PixelsAsync(backend, item, ct));
            labels.Add(LabelOf(item));
        }
        return labels.Count > 0
            ? new([.. pixels], [.. labels])
            : throw new InvalidDataException($"Dataset {dataset.Id} ({dataset.Name}) has no images in split \"{split}\".");
    }

    public static async Task<byte[]> PixelsAsync(IBackend backend, DatasetItem item, CancellationToken ct)
    {
        if (!item.Files.TryGetValue("image", out var file))
        {
            throw new InvalidDataException($"Data unit {item.DataUnit} has no file \"image\"; it has {string.Join(", ", item.Files.Keys)}.");
        }
        using var content = new MemoryStream((int)file.Size);
        await using (var stream = await backend.DataFiles.OpenAsync(file.Id, ct))
        {
            await stream.CopyToAsync(content, ct);
        }
        return ImageSet.TryReadPng(content.GetBuffer().AsSpan(0, (int)content.Length), out var pixels, out var problem)
            ? pixels
            : throw new InvalidDataException($"{file.Name}: {problem}.");
    }

    private static byte LabelOf(DatasetItem item)
    {
        var label = item.Label is null ? -1 : Labels.IndexOf(item.Label);
        return label >= 0 ? (byte)label : throw new InvalidDataException($"Data unit {item.DataUnit} has label \"{item.Label}\"; known are {string.Join(", ", Labels.Names)}.");
    }
}
