namespace Synapse.Runtime.Processes;

/// <summary>Finds a program as a shell would, so that what is missing is named before anything starts.</summary>
internal static class ProgramPath
{
    /// <summary>Where the C library looks when there is no PATH.</summary>
    private const string DefaultPath = "/bin:/usr/bin";

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="ProcessException">There is no such program, or it cannot be executed.</exception>
    public static string Find(string program, string directory, string? path)
    {
        if (!Directory.Exists(directory))
        {
            throw new ProcessException(
                $"Program '{program}' was not started: its working directory {directory} does not exist. Create it, or set ProcessOptions.WorkingDirectory.", program);
        }

        // Windows has rules of its own, and does the search itself.
        if (OperatingSystem.IsWindows())
        {
            return program;
        }

        return program.Contains('/', StringComparison.Ordinal)
            ? Check(program, Path.GetFullPath(program, directory))
            : Search(program, directory, path is null or "" ? DefaultPath : path);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string Check(string program, string file)
    {
        if (IsExecutable(file))
        {
            return file;
        }

        throw new ProcessException(
            Directory.Exists(file) ? $"Program '{program}' was not started: {file} is a folder."
            : File.Exists(file) ? $"Program '{program}' was not started: {file} is not executable. Allow it with chmod +x, or run it by its interpreter."
            : $"Program '{program}' was not found: there is no {file}. A path is relative to the folder the program runs in.",
            program);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string Search(string program, string directory, string path)
    {
        string? refused = null;
        foreach (var folder in path.Split(':'))
        {
            var file = Path.Combine(Path.GetFullPath(folder.Length == 0 ? "." : folder, directory), program);
            if (IsExecutable(file))
            {
                return file;
            }

            refused ??= File.Exists(file) ? file : null;
        }

        throw new ProcessException(
            refused is null
                ? $"Program '{program}' was not found in PATH, which is {path}. Install it, extend PATH, or give its full path."
                : $"Program '{program}' was not started: {refused} is not executable, and PATH ({path}) has no other. Allow it with chmod +x.",
            program);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool IsExecutable(string file) => File.Exists(file) && (File.GetUnixFileMode(file) & Executable) != 0;
}
