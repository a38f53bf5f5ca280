namespace Synapse.Runtime.Processes;

/// <summary>
/// How the plugin's own binary is called to become a child process, see <see cref="LauncherMode"/>. A process whose
/// <c>Main</c> does not know that mode, as a test runner, has no launcher and starts programs directly.
/// </summary>
/// <param name="File">The program to start.</param>
/// <param name="Arguments">Its arguments before those of the mode.</param>
internal sealed record ChildLauncher(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>The image of this process, also when its file was replaced or deleted since.</summary>
    public const string ThisImage = "/proc/self/exe";

    public static ChildLauncher? OfThisBinary()
    {
        if (!OperatingSystem.IsLinux() || !System.IO.File.Exists(ThisImage))
        {
            return null;
        }

        // Under "dotnet plugin.dll" the image is dotnet's, which wants the library first.
        var isHosted = Path.GetFileName(Environment.ProcessPath) == "dotnet";
        return new(ThisImage, isHosted ? [Path.GetFullPath(Environment.GetCommandLineArgs()[0])] : []);
    }
}
