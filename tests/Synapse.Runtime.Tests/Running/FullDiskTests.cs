using System.Diagnostics;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

/// <summary>A real file system of a few megabytes, mounted in a namespace of its own that dies with its shell.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Run_stopped_by_a_full_disk_says_so_and_resumes_once_there_is_room()
    {
        var output = Script(
            """
            "$PLUGIN" start "$DISK/.synapse" "$EFFECTS" false 8; echo $?
            mount -o remount,size=64m "$DISK"
            "$PLUGIN" resume "$DISK/.synapse" "$EFFECTS" false 8; echo $?
            """,
            size: "2600k");
        Assert.Contains("The disk is full", output, StringComparison.Ordinal);
        Assert.Equal(["4", "0"], output.Split('\n').Where(line => line is "4" or "0"));
        Assert.Equal(UploadLike.Items, File.ReadLines(_temporary.In("effects")).Distinct().Count());
    }

    [Fact]
    public void Run_without_room_to_start_leaves_nothing()
    {
        var output = Script(
            """
            "$PLUGIN" start "$DISK/.synapse" "$EFFECTS" false 8; echo $?
            ls "$DISK/.synapse/runs" | wc -l
            """,
            size: "400k");
        Assert.Contains("no room", output, StringComparison.Ordinal);
        Assert.EndsWith("4\n0\n", output, StringComparison.Ordinal);
    }

    private string Script(string commands, string size)
    {
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", $"mount -t tmpfs -o size={size} tmpfs \"$DISK\" || exit 99\n{commands}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PLUGIN"] = Path.Combine(AppContext.BaseDirectory, "Synapse.Runtime.TestPlugin");
        start.Environment["EFFECTS"] = _temporary.In("effects");
        start.Environment["DISK"] = Directory.CreateDirectory(_temporary.In("disk")).FullName;
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEnd();
        var errors = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        Assert.SkipWhen(shell.ExitCode == 99 || errors.Contains("unshare", StringComparison.Ordinal), "mounting in a namespace is refused here: " + errors);
        return output;
    }
}
