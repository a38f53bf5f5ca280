namespace Synapse.EndToEnd.Tests.Support;

/// <summary>Fashion-MNIST as files, unpacked once for all tests; nobody writes to it.</summary>
public sealed class Images : IDisposable
{
    public Images()
    {
        using var plugin = new Plugin();
        Folder = Directory.CreateTempSubdirectory("synapse-images-").FullName;
        plugin.Run("run", "unpack", "--data", Repository.FashionData, "--output", Folder).Exits(0);
    }

    public string Folder { get; }

    /// <summary>A folder with the first few images only.</summary>
    internal string Few(Plugin plugin, int count)
    {
        var folder = Path.Combine(plugin.Folder, "few");
        Directory.CreateDirectory(Path.Combine(folder, "train"));
        var lines = File.ReadLines(Path.Combine(Folder, "labels.csv")).Take(count + 1).ToArray();
        File.WriteAllLines(Path.Combine(folder, "labels.csv"), lines);
        foreach (var line in lines.Skip(1))
        {
            var name = line.Split(',')[0];
            File.Copy(Path.Combine(Folder, name), Path.Combine(folder, name));
        }
        return folder;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

[CollectionDefinition(nameof(WithImages))]
public sealed class WithImages : ICollectionFixture<Images>;
