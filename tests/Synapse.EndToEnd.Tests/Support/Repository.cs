namespace Synapse.EndToEnd.Tests.Support;

/// <summary>Where things are in the checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The sample of an upload with standard steps, as test.sh publishes it.</summary>
    public static string CustomUpload { get; } = Existing(Path.Combine(Root, "artifacts", "custom-upload", "custom-upload"), "./test.sh publishes it, or: dotnet publish samples/CustomUpload -c Release -o artifacts/custom-upload");

    /// <summary>The sample of a pre-annotation, as test.sh publishes it.</summary>
    public static string Annotate { get; } = Existing(Path.Combine(Root, "artifacts", "annotate", "annotate"), "./test.sh publishes it, or: dotnet publish samples/Annotate -c Release -o artifacts/annotate");

    /// <summary>The sample plugin as test.sh publishes it.</summary>
    public static string Fashion { get; } = Existing(Path.Combine(Root, "artifacts", "fashion", "fashion"), "./test.sh publishes it, or: dotnet publish samples/Fashion -c Release -o artifacts/fashion");

    public static string FashionData { get; } = Path.Combine(Root, "samples", "Fashion", "data");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Synapse.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the checkout.");
        }
        return folder;
    }

    private static string Existing(string path, string how) =>
        File.Exists(path) ? path : throw new InvalidOperationException($"There is no {path}. {how}");
}
