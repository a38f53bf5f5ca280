using System.Diagnostics;
using System.Text.RegularExpressions;
using Synapse.Crash.Tests.Images;
using Synapse.Crash.Tests.Support;

namespace Synapse.Crash.Tests.Passes;

/// <summary>Everything else here rests on this: no change of the state folder escapes the shim.</summary>
public sealed partial class ShimTests(Recordings recordings) : IClassFixture<Recordings>
{
    private static readonly string[] Unwatched =
        ["io_uring_setup", "io_uring_enter", "io_submit", "copy_file_range", "sendfile", "splice", "tee", "vmsplice", "setxattr", "fsetxattr", "mknod", "mknodat", "symlink", "symlinkat"];

    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Recorded_calls_make_the_folder_that_is_there(string scenario)
    {
        using var world = new World(Scenario.Named(scenario));
        world.Start(new Fault { Trace = world.Trace });
        using var copy = new World(world.Scenario);
        new Recording(world).WriteAll(copy.Root);

        Assert.Equal(Content(world.Root), Content(copy.Root));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_changing_call_escapes_when_the_kernel_is_asked(string scenario)
    {
        Assert.SkipUnless(CanTrace(), "strace cannot trace here; Recorded_calls_make_the_folder_that_is_there stands in.");
        using var world = new World(Scenario.Named(scenario));
        var kernel = Path.Combine(Path.GetDirectoryName(world.Trace)!, "kernel");
        world.Run(world.StartArguments, new Fault { Trace = world.Trace }, ["strace", "-f", "-y", "-s", "0", "-o", kernel]);

        var lines = File.ReadAllLines(kernel).Where(line => line.Contains(world.Root, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(lines, line => Unwatched.Any(name => line.Contains($" {name}(", StringComparison.Ordinal)) || line.Contains("FICLONE", StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadLines(kernel), line => line.Contains("io_uring_", StringComparison.Ordinal));
        Assert.Equal(
            lines.Select(line => Call(line, world.Root)).OfType<string>().Order(StringComparer.Ordinal),
            new Recording(world).Calls.Select(call => $"{call.Kind} {call.Path}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Run_is_as_small_as_it_must_be_to_try_everything(string scenario) =>
        Assert.InRange(recordings.Calls(Scenario.Named(scenario)), 50, 500);

    private static string? Call(string line, string root)
    {
        if (CallName().Match(line) is not { Success: true } match)
        {
            return null;
        }

        CallKind? kind = match.Groups["name"].Value switch
        {
            "open" or "openat" or "openat2" or "creat" => line.Contains("O_CREAT", StringComparison.Ordinal) || line.Contains("O_TRUNC", StringComparison.Ordinal) ? CallKind.Create : null,
            "write" or "pwrite64" or "writev" or "pwritev" or "pwritev2" => CallKind.Write,
            "truncate" or "ftruncate" => CallKind.Truncate,
            "fallocate" => CallKind.Allocate,
            "fsync" or "fdatasync" => CallKind.Sync,
            "rename" or "renameat" or "renameat2" => CallKind.Rename,
            "link" or "linkat" => CallKind.Link,
            "unlink" => CallKind.Unlink,
            "unlinkat" => line.Contains("AT_REMOVEDIR", StringComparison.Ordinal) ? CallKind.RemoveDirectory : CallKind.Unlink,
            "rmdir" => CallKind.RemoveDirectory,
            "mkdir" or "mkdirat" => CallKind.MakeDirectory,
            "chmod" or "fchmod" or "fchmodat" or "chown" or "fchown" or "fchownat" or "lchown" or "utimensat" or "futimesat" or "utimes" or "sync_file_range" => CallKind.Attributes,
            "mmap" => line.Contains("MAP_SHARED", StringComparison.Ordinal) && line.Contains("PROT_WRITE", StringComparison.Ordinal) ? CallKind.Map : null,
            _ => null,
        };
        var start = line.IndexOf(root, StringComparison.Ordinal);
        var path = line[start..line.IndexOfAny(['"', '>'], start)];
        return kind is null ? null : $"{kind} {path}";
    }

    private static SortedDictionary<string, string> Content(string folder) => new(Directory
        .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => path[folder.Length..], path => Directory.Exists(path) ? "" : Convert.ToBase64String(File.ReadAllBytes(path))));

    private static bool CanTrace()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\d+ +(?<name>\w+)\(")]
    private static partial Regex CallName();
}
