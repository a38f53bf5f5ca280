using System.Diagnostics;
using Synapse.Crash.Tests.Support;

namespace Synapse.Crash.Tests.Passes;

/// <summary>A real file system of some kilobytes, mounted in a namespace of its own that dies with its shell.</summary>
public sealed class SmallDiskTests
{
    [Fact]
    public void Run_stopped_by_a_disk_that_fills_up_goes_on_once_there_is_room()
    {
        using var world = new World(Scenario.Filling);
        var output = Script(
            world,
            """
            "$PLUGIN" $START --state "$DISK/.synapse" 2>&1; echo "exit $?"
            mount -o remount,size=64m "$DISK"
            "$PLUGIN" resume last --state "$DISK/.synapse" 2>&1; echo "exit $?"
            cp -r "$DISK/." "$KEPT"
            """,
            "4m");

        Assert.Contains("The disk is full", output, StringComparison.Ordinal);
        Assert.Equal(["exit 4", "exit 0"], output.Split('\n').Where(line => line.StartsWith("exit ", StringComparison.Ordinal)));
        world.Observe();
        world.RunToEnd();
    }

    [Fact]
    public void Upload_stopped_by_a_disk_that_fills_up_goes_on_once_there_is_room()
    {
        const int Files = 250;
        using var world = new World(Scenario.Standard);
        var source = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(world.Trace)!, "source")).FullName;
        var random = new Random(1);
        for (var i = 0; i < Files; i++)
        {
            var content = new byte[40_000];
            random.NextBytes(content);
            File.WriteAllBytes(Path.Combine(source, $"{i:D4}"), content);
        }

        var output = Script(
            world,
            """
            "$PLUGIN" $START --state "$DISK/.synapse" 2>&1; echo "exit $?"
            "$PLUGIN" show last --state "$DISK/.synapse" 2>&1
            mount -o remount,size=64m "$DISK"
            "$PLUGIN" resume last --state "$DISK/.synapse" 2>&1; echo "exit $?"
            cp -r "$DISK/." "$KEPT"
            """,
            "8m",
            Scenario.Standard.Arguments(source));

        Assert.Equal(["exit 4", "exit 0"], output.Split('\n').Where(line => line.StartsWith("exit ", StringComparison.Ordinal)));
        Assert.Contains("The disk is full", output, StringComparison.Ordinal);
        Assert.Contains("Free some space, then resume the run", output, StringComparison.Ordinal);
        world.Observe();
        Assert.Equal(Files, UploadReports.Check(world, mayFail: false));
    }

    [Fact]
    public void Run_without_room_to_start_leaves_nothing()
    {
        using var world = new World(Scenario.Steps);
        var output = Script(
            world,
            """
            "$PLUGIN" $START --state "$DISK/.synapse" 2>&1; echo "exit $?"
            ls "$DISK/.synapse/runs"
            """,
            "400k");

        Assert.Contains("no room", output, StringComparison.Ordinal);
        Assert.EndsWith("exit 4\n", output, StringComparison.Ordinal);
        Assert.Empty(world.Counter.Effects);
    }

    private static string Script(World world, string commands, string size, IEnumerable<string>? arguments = null)
    {
        var disk = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(world.Trace)!, "disk")).FullName;
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", $"mount -t tmpfs -o size={size} tmpfs \"$DISK\" || exit 99\n{commands}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PLUGIN"] = Repository.Plugin;
        start.Environment["START"] = string.Join(' ', arguments ?? world.StartArguments);
        start.Environment["DISK"] = disk;
        start.Environment["KEPT"] = world.Root;
        start.Environment["CRASH_COUNTER"] = world.Counter.Path;
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.SkipWhen(shell.ExitCode == 99 || errors.Result.Contains("unshare", StringComparison.Ordinal), "Mounting in a namespace is refused here, FaultTests stands in: " + errors.Result);
        return output;
    }
}
