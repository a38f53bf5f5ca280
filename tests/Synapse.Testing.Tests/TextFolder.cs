namespace Synapse.Testing.Tests;

/// <summary>A folder with some files to send.</summary>
internal sealed class TextFolder : IDisposable
{
    public TextFolder(params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(System.IO.Path.Combine(Path, name), $"content of {name}");
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("texts-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
