using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Synapse.Actions.Tests.Exporting;

/// <summary>A plugin's process that exports, killed in the middle.</summary>
public sealed class KillTests : ExportTest
{
    private const int Many = 4000;

    [Fact]
    public async Task Finished_items_are_not_converted_again_when_killed_and_resumed()
    {
        await FillAsync(Many);
        KillWhen(() => Count("labels") >= Many / 4);
        var staging = Assert.Single(Exports());
        Assert.StartsWith(".export-", staging, StringComparison.Ordinal);
        var before = Converted();

        using var resumed = Start("resume", "last");
        var said = await resumed.StandardOutput.ReadToEndAsync();
        await resumed.WaitForExitAsync();
        Assert.Equal(0, resumed.ExitCode);
        var done = int.Parse(Regex.Match(said, "([0-9,]+) items had finished before").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        Assert.Equal(["birds"], Exports());
        Assert.Equal(Many, Files().Count(file => file.StartsWith("labels/", StringComparison.Ordinal)));
        Assert.All(Directory.EnumerateFiles(Path.Combine(Root, "birds", "origin_files")), file => Assert.Equal(Path.GetFileName(file), File.ReadAllText(file)));
        Assert.Equal(Many, Directory.EnumerateFiles(Path.Combine(Root, "birds", "origin_files")).Count());
        Assert.Equal(Enumerable.Range(0, Many).Select(Name), File.ReadLines(Path.Combine(Root, "birds", "names.txt")));
        Assert.InRange(done, 1, Many - 1);
        Assert.Equal(Many - done, Converted() - before);
    }

    [Fact]
    public async Task Rollback_of_a_killed_export_leaves_nothing()
    {
        await FillAsync(Many);
        KillWhen(() => Count("labels") >= Many / 4);

        Assert.Equal(0, Run("rollback", "last", "--yes"));

        Assert.Empty(Exports());
    }

    [Fact]
    public async Task Rollback_of_a_finished_export_deletes_it_and_no_other()
    {
        await FillAsync(3);
        Assert.Equal((0, 0), (Run(Arguments), Run(Arguments)));

        Assert.Equal(0, Run("rollback", "last", "--yes"));

        Assert.Equal(["birds"], Exports());
    }

    [Fact]
    public async Task Export_ends_whole_when_killed_at_random_again_and_again()
    {
        await FillAsync(Many);
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        KillWhen(() => Count("labels") > 0);
        for (var i = 0; i < 4; i++)
        {
            using var process = Start("resume", "last");
            if (!process.WaitForExit(random.Next(1, 400)))
            {
                process.Kill();
                process.WaitForExit();
            }
        }

        Run("resume", "last"); // five kills in a row that left nothing new stop a run, once
        Run("resume", "last");
        Assert.Equal(["birds"], Exports());
        Assert.Equal(2 * Many, Files().Count(file => file.Contains('/', StringComparison.Ordinal)));
    }

    private static string Name(int number) => number.ToString("D5", CultureInfo.InvariantCulture);

    private async Task FillAsync(int tasks)
    {
        var project = await ProjectAsync();
        var folder = Directory.CreateDirectory(Path.Combine(Platform.Folder, "sources")).FullName;
        var files = new DataFile[tasks];
        await Parallel.ForEachAsync(Enumerable.Range(0, tasks), new ParallelOptions { MaxDegreeOfParallelism = 100 }, async (i, ct) =>
        {
            var name = Name(i) + ".png";
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, name, ct);
            files[i] = await Platform.Backend.DataFiles.UploadAsync(path, name, name, ct: ct);
        });
        var units = await Platform.Backend.DataUnits.CreateAsync([.. files.Select(Unit)], Key());
        var created = await Platform.Backend.Tasks.CreateAsync(project, units, Key());
        await Parallel.ForEachAsync(created, new ParallelOptions { MaxDegreeOfParallelism = 100 }, async (task, ct) =>
            await Platform.Backend.Tasks.AnnotateAsync(task, JsonElement.Parse("""{"images":[]}"""), ct: ct));
    }

    private static string[] Arguments { get; } = ["run", "export", "--name", "birds", "--path", "exports", "--target", "task", "--set", "filter.project=1"];

    private void KillWhen(Func<bool> reached)
    {
        using var process = Start(Arguments);
        Assert.True(SpinWait.SpinUntil(() => process.HasExited || reached(), TimeSpan.FromMinutes(1)));
        Assert.False(process.HasExited, "The export ended before it was killed.");
        process.Kill();
        process.WaitForExit();
    }

    private int Run(params string[] arguments)
    {
        using var process = Start(arguments);
        _ = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        return process.ExitCode;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Synapse.Actions.TestPlugin"), [.. arguments, "--quiet"]) { WorkingDirectory = Platform.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("SYNAPSE_STATE");
        return Process.Start(start)!;
    }

    // Items are saved while they are counted.
    private int Count(string folder)
    {
        var staging = Directory.Exists(Root) ? Directory.EnumerateDirectories(Root, ".export-*").FirstOrDefault() : null;
        return staging is not null && Directory.Exists(Path.Combine(staging, folder)) ? Directory.EnumerateFiles(Path.Combine(staging, folder)).Count() : 0;
    }

    private int Converted() => Directory.EnumerateFiles(Platform.Folder, "*-by-*", SearchOption.AllDirectories).Count();
}
