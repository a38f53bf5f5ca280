using Synapse.Backends;
using Synapse.Crash.Tests.Images;
using Synapse.Crash.Tests.Support;
using Synapse.Runtime.Backends.Local.Check;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;

namespace Synapse.Crash.Tests.Passes;

/// <summary>A bit that flipped, or a file that lost its end, while nobody worked on the run.</summary>
public sealed class DamageTests(Recordings recordings) : IClassFixture<Recordings>
{
    private enum Verdict
    {
        /// <summary>The plugin said which file is damaged.</summary>
        Refused,

        /// <summary>The run came to the end that it would have had.</summary>
        Right,

        /// <summary>It came to another one, and nothing was said.</summary>
        Wrong,
    }

    /// <summary>Contents have a SHA-256, so here nothing may pass.</summary>
    [Theory]
    [InlineData("steps-undone", "large.1.json")]
    [InlineData("upload", "000001.seg")]
    [InlineData("upload", "blob")]
    public void Damaged_content_is_never_taken_for_a_good_one(string scenario, string file) =>
        Try(scenario, file, (verdict, said) => Assert.True(verdict != Verdict.Wrong, said));

    /// <summary>
    /// SQLite has no checksums on pages, and takes a damaged log for one that was cut off there: what such damage
    /// changes cannot be known. What is seen is said, with the file's name, and nothing falls over.
    /// </summary>
    [Theory]
    [InlineData("steps", "journal.db-wal")]
    [InlineData("steps-undone", "journal.db")]
    [InlineData("upload", "local.db-wal")]
    [InlineData("upload-undone", "local.db")]
    public void Damaged_database_is_refused_by_name_where_it_is_noticed(string scenario, string file) => Try(scenario, file, (_, _) => { });

    private void Try(string scenario, string file, Action<Verdict, string> check)
    {
        using var world = new World(Scenario.Named(scenario));
        if (world.Scenario.Fails)
        {
            world.Run([.. world.StartArguments, "--on-failure", "keep"]);
        }
        else
        {
            world.Start(new Fault { KillAt = recordings.Calls(world.Scenario) * 5 / 6 });
        }

        var length = (int)new FileInfo(PathOf(world, file)).Length;
        var random = new Random(Cases.Seed);
        var verdicts = new List<Verdict>();
        Cases.Run(
            $"damage {scenario} {file}",
            Enumerable.Range(0, Cases.IsSoak ? 400 : 24).Select(i => i % 5 == 0 ? $"cut {random.Next(length)}" : $"flip {random.Next(length * 8)}"),
            words =>
            {
                using var fork = world.Fork();
                Damage(PathOf(fork, file), words[0], Cases.Int(words[1]));
                var (verdict, said) = Recover(fork, file);
                verdicts.Add(verdict);
                check(verdict, said);
            });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", verdicts.CountBy(verdict => verdict).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}")));
    }

    private static (Verdict Verdict, string Said) Recover(World world, string file)
    {
        for (var i = 0; i < 3; i++)
        {
            var ended = world.RunUnseen(Recovery(world, file));
            if (ended.ExitCode != 0)
            {
                var name = file.Split('-')[0];
                // A fingerprint that flipped is a plan that changed: nothing runs.
                Assert.True(ended.ExitCode == (int)ExitCode.Usage || ended.Output.Contains(name, StringComparison.Ordinal), $"Exit code {ended.ExitCode}, and which file is damaged is not said.\n{ended.Output}");
                return (Verdict.Refused, ended.Output);
            }
        }

        try
        {
            world.CheckEnd();
            return (Verdict.Right, "");
        }
        catch (BackendException e)
        {
            return (e.Message.Contains("damaged", StringComparison.Ordinal) ? Verdict.Refused : Verdict.Wrong, e.Message);
        }
        catch (SqliteException e)
        {
            return (Verdict.Wrong, e.Message);
        }
        catch (Xunit.Sdk.XunitException e)
        {
            return LocalBackendCheckFinds(world) ? (Verdict.Refused, "found by the check of the backend") : (Verdict.Wrong, e.Message);
        }
    }

    // The last step reads the large output again, which its rollback would not.
    private static string[] Recovery(World world, string file) =>
        world.Scenario.Fails && file != "large.1.json" ? ["rollback", "last", "--yes"] : ["resume", "last"];

    private static bool LocalBackendCheckFinds(World world)
    {
        try
        {
            return LocalBackendCheck.Run(StateFolder.At(world.State)).Damaged.Count > 0;
        }
        catch (BackendException)
        {
            return true;
        }
    }

    private static void Damage(string path, string how, int place)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        if (how == "cut")
        {
            file.SetLength(place);
            return;
        }

        file.Position = place / 8;
        var value = file.ReadByte();
        file.Position = place / 8;
        file.WriteByte((byte)(value ^ (1 << (place % 8))));
    }

    private static string PathOf(World world, string file) => Directory
        .EnumerateFiles(world.State, "*", SearchOption.AllDirectories)
        .Single(path => file == "blob" ? path.Contains("/blobs/", StringComparison.Ordinal) : Path.GetFileName(path) == file);
}
