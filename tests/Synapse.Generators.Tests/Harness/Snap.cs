using System.Runtime.CompilerServices;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Compares with <c>snapshots/File.Test.verified.txt</c>; UPDATE_SNAPSHOTS=1 rewrites, a missing file fails.</summary>
internal static class Snap
{
    public static void Match(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, "snapshots", $"{Path.GetFileNameWithoutExtension(file)}.{test}.verified.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        else if (!File.Exists(path) || File.ReadAllText(path) != actual)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path.Replace(".verified.txt", ".received", StringComparison.Ordinal), actual);
            Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "(no snapshot; UPDATE_SNAPSHOTS=1 writes it)", actual);
        }
    }
}
