using System.Text.Json;
using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

/// <summary>What is done with runs after they ran: wait, export, import, resume, prune.</summary>
[Collection(nameof(WithImages))]
public sealed class KeptRunsTests(Images images)
{
    [Fact]
    public void Killed_run_goes_on_in_another_state_folder_when_it_was_exported_and_imported()
    {
        using var plugin = new Plugin();
        plugin.SignalAfterUploads(100, "KILL", "run", "upload", "--path", images.Folder, "--parallelism", "2");
        Assert.Contains("resume", plugin.Run("wait", "last").Exits(1).Error, StringComparison.Ordinal);
        plugin.Run("runs", "export", "last", "run.tar.gz").Exits(0);
        plugin.Run("runs", "import", "run.tar.gz").Exits(2);
        using var other = new Plugin();
        File.Move(Path.Combine(plugin.Folder, "run.tar.gz"), Path.Combine(other.Folder, "run.tar.gz"));
        other.Run("runs", "import", "run.tar.gz").Exits(0);
        Directory.Move(Path.Combine(plugin.Folder, ".synapse", "backend"), Path.Combine(other.Folder, ".synapse", "backend"));
        var before = BackendFile.Origins(other.Folder);

        other.Run("resume", "last").Exits(0);

        var after = BackendFile.Origins(other.Folder);
        Assert.Equal(7000, after.Count);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
        other.Run("wait", "last").Exits(0);
    }

    [Fact]
    public void Wait_ends_with_the_run_and_its_code_when_the_run_is_terminated()
    {
        using var plugin = new Plugin();
        using var run = plugin.Start("run", "upload", "--path", images.Folder, "--parallelism", "1");
        Assert.True(SpinWait.SpinUntil(() => run.HasExited || BackendFile.Origins(plugin.Folder).Count >= 100, TimeSpan.FromMinutes(2)));
        using var wait = plugin.Start("wait", "last");
        plugin.Run("runs", "export", "last").Exits(5);
        plugin.Run("runs", "prune", "--keep-last", "0", "--in-state", "crashed").Exits(0);
        System.Diagnostics.Process.Start("kill", ["-TERM", $"{run.Id}"]).WaitForExit();

        Assert.True(wait.WaitForExit(TimeSpan.FromMinutes(1)), "wait did not end");
        Assert.Equal(143, wait.ExitCode);
        Assert.Contains("stopped", plugin.Run("runs").Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Prune_deletes_ended_runs_and_keeps_those_that_can_go_on()
    {
        using var plugin = new Plugin();
        plugin.Run("run", "unpack", "--data", Repository.FashionData, "--output", "a").Exits(0);
        plugin.Run("run", "train", "--dataset", "77").Exits(1);
        using var json = JsonDocument.Parse(plugin.Run("runs", "prune", "--keep-last", "0", "--json").Exits(0).Out);

        Assert.Equal("unpack", Assert.Single(json.RootElement.EnumerateArray()).GetProperty("action").GetString());
        Assert.Contains("train", plugin.Run("runs").Exits(0).Out, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(Path.Combine(plugin.Folder, ".synapse", "runs")));
    }
}
