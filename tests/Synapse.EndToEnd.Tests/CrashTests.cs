using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

[Collection(nameof(WithImages))]
public sealed class CrashTests(Images images)
{
    private const int Some = 100;

    [Fact]
    public void Upload_sends_no_finished_file_twice_when_killed_and_resumed()
    {
        using var plugin = new Plugin();
        plugin.SignalAfterUploads(Some, "KILL", "run", "upload", "--path", images.Folder, "--parallelism", "2");
        var before = BackendFile.Origins(plugin.Folder);

        var said = plugin.Run("resume", "last").Exits(0);

        Assert.Contains("in doubt", said.All, StringComparison.Ordinal);
        var after = BackendFile.Origins(plugin.Folder);
        Assert.Equal(7000, after.Count);
        // What was there keeps its id: it was found, not sent again.
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public void Upload_finishes_when_killed_at_random_again_and_again()
    {
        var kills = Environment.GetEnvironmentVariable("SYNAPSE_SOAK") == "1" ? 60 : 4;
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var plugin = new Plugin();
        plugin.SignalWhen("\"step\":\"send\"", "KILL", "run", "upload", "--path", images.Folder, "--parallelism", "4");
        var known = BackendFile.Origins(plugin.Folder);
        for (var i = 0; i < kills; i++)
        {
            using var process = plugin.Start("resume", "last");
            if (!process.WaitForExit(random.Next(1, 300)))
            {
                process.Kill();
                process.WaitForExit();
            }
            var now = BackendFile.Origins(plugin.Folder);
            Assert.All(known, file => Assert.Equal(file.Value, now[file.Key]));
            known = now;
        }

        var said = plugin.Run("resume", "last");
        if (said.ExitCode == 1 && said.All.Contains("crashes", StringComparison.Ordinal))
        {
            said = plugin.Run("resume", "last"); // five kills in a row that left nothing new stop a run, once
        }
        said.Exits(0);

        Assert.Equal(7000, BackendFile.Origins(plugin.Folder).Count);
    }

    [Fact]
    public void Rollback_undoes_the_rest_when_it_was_killed_half_way()
    {
        using var plugin = new Plugin();
        plugin.Run("run", "upload", "--path", images.Folder).Exits(0);
        plugin.SignalWhen("\"undo_started\"", "KILL", "rollback", "last", "--yes");

        plugin.Run("resume", "last").Exits(0);

        Assert.Empty(BackendFile.Origins(plugin.Folder));
    }

    [Fact]
    public void Training_goes_on_at_its_last_epoch_when_killed_and_resumed()
    {
        using var plugin = new Plugin();
        var dataset = WholeLineTests.Result(plugin.Run("run", "upload", "--path", images.Folder, "--events", "jsonl").Exits(0)).GetProperty("dataset").GetInt64();
        plugin.SignalWhen("\"epoch\":2", "KILL", "run", "train", "--dataset", $"{dataset}", "--epochs", "6");

        var said = plugin.Run("resume", "last").Exits(0);

        Assert.Contains("Going on after epoch", said.All, StringComparison.Ordinal);
        Assert.Equal(1, Count(plugin.Events(), "\"epoch\":1,"));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Run_stops_resumable_when_interrupted(string signal, int exitCode)
    {
        using var plugin = new Plugin();
        plugin.SignalAfterUploads(Some, signal, "run", "upload", "--path", images.Folder, "--parallelism", "1").Exits(exitCode);

        Assert.Contains("7000", plugin.Run("resume", "last").Exits(0).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discover")]
    [InlineData("validate")]
    [InlineData("send")]
    [InlineData("create_dataset")]
    [InlineData("generate")]
    [InlineData("report")]
    public void Interrupted_step_of_the_upload_goes_on_and_repeats_nothing_finished(string step)
    {
        using var plugin = new Plugin();
        var said = plugin.InterruptIn(step, "run", "upload", "--path", images.Few(plugin, 700));
        Assert.True(said.ExitCode is 0 or 130, said.All);
        if (said.ExitCode == 130)
        {
            Assert.Contains("fashion resume ", said.All, StringComparison.Ordinal);
            plugin.Run("resume", "last").Exits(0);
        }

        Assert.Equal(700, BackendFile.Origins(plugin.Folder).Count);
        var events = plugin.Events();
        Assert.All(
            (string[])["discover", "validate", "send", "create_dataset", "generate", "report"],
            name => Assert.Equal(1, Count(events, $"\"type\":\"step_completed\",\"step\":\"{name}\"")));
    }

    [Theory]
    [InlineData("train")]
    [InlineData("infer")]
    [InlineData("export")]
    public void Interrupted_action_goes_on_to_its_end(string action)
    {
        using var plugin = new Plugin();
        plugin.Run("run", "upload", "--path", images.Few(plugin, 700)).Exits(0);
        plugin.Run("run", "train", "--dataset", "1", "--epochs", "1").Exits(0);
        string[] arguments = action == "train" ? ["run", "train", "--dataset", "1", "--epochs", "3"]
            : action == "infer" ? ["run", "infer", "--dataset", "1", "--model", "1", "--split", "train"]
            : ["run", "export", "--dataset", "1", "--model", "1", "--output", "exported"];

        var said = plugin.InterruptIn("execute", arguments);

        Assert.True(said.ExitCode is 0 or 130, said.All);
        if (said.ExitCode == 130)
        {
            plugin.Run("resume", "last").Exits(0);
        }
        Assert.Contains("completed", plugin.Run("show", "last", "--json").Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_process_is_told_who_holds_the_run_when_it_resumes_it()
    {
        using var plugin = new Plugin();
        using var first = plugin.Start("run", "upload", "--path", images.Folder, "--parallelism", "1");
        SpinWait.SpinUntil(() => plugin.Events().Contains("\"step\":\"send\"", StringComparison.Ordinal), TimeSpan.FromMinutes(1));

        var said = plugin.Run("resume", "last").Exits(5);

        Assert.Contains($"{first.Id}", said.Error, StringComparison.Ordinal);
        first.Kill();
        first.WaitForExit();
    }

    [Fact]
    public void Run_finishes_when_its_reader_goes_away()
    {
        using var plugin = new Plugin();
        using (var process = plugin.Start("run", "upload", "--path", images.Folder))
        {
            process.StandardOutput.ReadLine();
            process.StandardOutput.Close();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        }

        Assert.Contains("done", plugin.Run("show", "last").Exits(0).Out, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
