namespace Synapse.Crash.Tests.Support;

/// <summary>Where things are in the checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The plugin that is killed, as test.sh publishes it.</summary>
    public static string Plugin => Existing(Path.Combine(Root, "artifacts", "crash", "crash"), "tests/Synapse.Crash.Plugin -c Release -o artifacts/crash");

    /// <summary>A product, published as an author does.</summary>
    public static string Product => Existing(Path.Combine(Root, "artifacts", "fashion", "fashion"), "samples/Fashion -c Release -o artifacts/fashion");

    public static string ShimSource { get; } = Path.Combine(Root, "tests", "Synapse.Crash.Tests", "shim", "shim.c");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Synapse.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the checkout.");
        }

        return folder;
    }

    private static string Existing(string path, string publish) =>
        File.Exists(path) ? path : throw new InvalidOperationException($"There is no {path}. ./test.sh publishes it, or: dotnet publish {publish}");
}
