using System.Diagnostics;

namespace Synapse.Runtime.Processes;

/// <summary>What is to be run, with every default filled in.</summary>
/// <param name="Program">As the author asked for it.</param>
/// <param name="Path">The file that is executed.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Directory">The folder it runs in.</param>
/// <param name="Options">The author's options.</param>
internal sealed record ProgramCall(string Program, string Path, IReadOnlyList<string> Arguments, string Directory, ProcessOptions Options)
{
    /// <exception cref="ProcessException">There is no such program or folder.</exception>
    public static ProgramCall Of(string program, IReadOnlyList<string> arguments, ProcessOptions options, string workDir)
    {
        if (arguments.Any(argument => argument is null || argument.Contains('\0', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"An argument of program '{program}' is null or holds a NUL character, which no program can be given.", nameof(arguments));
        }

        var directory = System.IO.Path.GetFullPath(options.WorkingDirectory ?? ".", workDir);
        var path = options.Environment.TryGetValue("PATH", out var own) ? own : Environment.GetEnvironmentVariable("PATH");
        return new(program, ProgramPath.Find(program, directory, path), arguments, directory, options);
    }

    public ProcessStartInfo StartInfo(string file, IEnumerable<string> arguments, string mark)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in Options.Environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        start.Environment[ProcessFamily.Variable] = mark;
        return start;
    }
}
