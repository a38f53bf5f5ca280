using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary><c>runs export</c> and <c>runs import</c>.</summary>
public sealed class ArchiveTests : IDisposable
{
    private const string Archive = "run.tar.gz";

    private readonly Chain _chain = new() { FailsIn = "report" };
    private readonly Cli _cli;

    public ArchiveTests() => _cli = new Cli(_chain.Plugin());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void An_imported_run_is_resumed_in_its_new_place()
    {
        var run = Fail();
        _cli.Run("runs", "export", "last", Archive).Succeeds($"chain {run.Id.Short} is in {Archive}, ", $"fashion runs import {Archive}");
        _cli.Run("runs", "import", Archive, "--state", "other").Succeeds($"chain {run.Id.Short} is taken in, failed.", "--state other");
        Directory.Delete(run.Path, recursive: true);

        _chain.FailsIn = null;
        _cli.Run("resume", "last", "--state", "other").Succeeds("result   300060");
        Assert.Equal(["list", "send", "send 1", "send 2", "send 3", "large", "report", "report"], _chain.Ran);
        Assert.Equal("kept", File.ReadAllText(Path.Combine(_cli.Folder, "other", "runs", run.Id.Text, "work", "notes.txt")));
    }

    [Fact]
    public void Without_a_name_the_file_is_named_after_the_run()
    {
        var run = Fail();
        _cli.Run("runs", "export", "last").Succeeds();
        Assert.True(File.Exists(Path.Combine(_cli.Folder, $"chain-{run.Id.Short}.tar.gz")));
    }

    [Fact]
    public void An_export_leaves_nothing_but_its_file()
    {
        Fail();
        _cli.Run("runs", "export", "last", Archive).Succeeds();
        Assert.Equal([".synapse", Archive], Directory.EnumerateFileSystemEntries(_cli.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_at_work_is_not_exported_and_its_holder_named()
    {
        var run = Fail();
        using var held = RunLock.Acquire(run);
        _cli.Run("runs", "export", "last", Archive).Fails(ExitCode.Held, $"held by process {Environment.ProcessId}", $"fashion wait {run.Id.Short}");
        Assert.False(File.Exists(Path.Combine(_cli.Folder, Archive)));
    }

    [Fact]
    public void A_file_that_exists_is_not_overwritten()
    {
        Fail();
        _cli.Write(Archive, "precious");
        _cli.Run("runs", "export", "last", Archive).Fails(ExitCode.Usage, "exists already");
        Assert.Equal("precious", File.ReadAllText(Path.Combine(_cli.Folder, Archive)));
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        Fail();
        _cli.Run("runs", "export", "last", Path.Combine("nowhere", Archive)).Fails(ExitCode.Failed, "nowhere");
    }

    [Fact]
    public void A_damaged_journal_is_not_exported()
    {
        var run = Fail();
        Damage.Pages(run.Database, from: 2);
        var result = _cli.Run("runs", "export", "last", Archive);
        Assert.Equal(ExitCode.CannotJournal, result.Code);
        Assert.False(File.Exists(Path.Combine(_cli.Folder, Archive)));
    }

    [Fact]
    public void A_run_that_is_there_is_not_imported()
    {
        var run = Fail();
        _cli.Run("runs", "export", "last", Archive).Succeeds();
        _cli.Run("runs", "import", Archive).Fails(ExitCode.Usage, $"Run {run.Id.Short} is already there");
        Assert.Single(RunCatalog.List(State(".synapse")));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("ID/../../evil")]
    [InlineData("/tmp/evil")]
    [InlineData("ID/work/..")]
    [InlineData("ID/work\\evil")]
    [InlineData("ID/journal.db-wal")]
    [InlineData("019a0000-0000-7000-8000-00000000beef/work/evil")]
    public void An_entry_that_leads_elsewhere_is_refused(string name) =>
        Refused(Repack((_, _) => true, tar => Add(tar, name, "evil")), "does not belong into the folder of run");

    [Fact]
    public void A_link_is_refused() => Refused(
        Repack((_, _) => true, tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, $"{_id}/work/link") { LinkName = "/etc" })),
        "is no file but a SymbolicLink");

    [Fact]
    public void An_entry_that_is_there_twice_is_refused() =>
        Refused(Repack((_, _) => true, tar => Add(tar, $"{_id}/journal.db", "other")), "is there twice");

    [Fact]
    public void An_archive_without_a_journal_is_refused() =>
        Refused(Repack((name, _) => !name.EndsWith("journal.db", StringComparison.Ordinal), static _ => { }), "It has no journal.");

    [Fact]
    public void A_damaged_journal_is_refused() => Refused(
        Repack((name, bytes) =>
        {
            if (name.EndsWith("journal.db", StringComparison.Ordinal))
            {
                bytes.AsSpan(4096).Fill(0x5a);
            }
            return true;
        }),
        "was not taken in");

    [Fact]
    public void An_output_that_is_not_what_the_step_wrote_is_refused() => Refused(
        Repack((name, bytes) =>
        {
            if (name.EndsWith("large.1.json", StringComparison.Ordinal))
            {
                bytes[100] ^= 1;
            }
            return true;
        }),
        "and the step wrote");

    [Fact]
    public void The_journal_of_another_run_is_refused()
    {
        var path = Exported();
        var other = RunId.New();
        using (var file = File.Create(path + ".2"))
        using (var zip = new GZipStream(file, CompressionMode.Compress))
        using (var tar = new TarWriter(zip))
        {
            foreach (var (name, bytes) in Entries(path))
            {
                Add(tar, name.Replace(_id, other.Text, StringComparison.Ordinal), bytes);
            }
        }
        Refused(path + ".2", "holds the journal of");
    }

    [Fact]
    public void An_archive_that_is_cut_off_is_refused_at_any_length()
    {
        var bytes = File.ReadAllBytes(Exported());
        foreach (var length in (int[])[0, 1, 100, bytes.Length / 2, bytes.Length - 200])
        {
            File.WriteAllBytes(Path.Combine(_cli.Folder, "cut"), bytes[..length]);
            Refused("cut", "was not taken in");
        }
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        _cli.Write("text", "hello");
        Refused("text", "It is not an export of a run");
        _cli.Run("runs", "import", "missing").Fails(ExitCode.Usage, "There is no file");
        _cli.Run("runs", "import").Fails(ExitCode.Usage, "runs import needs a file");
    }

    [Fact]
    public void What_a_killed_import_left_is_no_hindrance()
    {
        Exported();
        var left = Path.Combine(_cli.Folder, "other", "runs", ".import-" + _id);
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "run.lock"), "");
        _cli.Run("runs", "import", Archive, "--state", "other").Succeeds();
        Assert.False(Directory.Exists(left));
    }

    private string _id = "";

    private RunFolder Fail()
    {
        Assert.Equal(ExitCode.Failed, _cli.Run("run", "chain").Code);
        return RunCatalog.List(State(".synapse"))[0];
    }

    private string Exported()
    {
        _id = Fail().Id.Text;
        _cli.Run("runs", "export", "last", Archive).Succeeds();
        return Path.Combine(_cli.Folder, Archive);
    }

    private void Refused(string file, string says)
    {
        _cli.Run("runs", "import", file, "--state", "other").Fails(ExitCode.Usage, says);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_cli.Folder, "other", "runs")));
    }

    /// <summary>The export with entries changed or left out, and more added.</summary>
    private string Repack(Func<string, byte[], bool> keep, Action<TarWriter>? more = null)
    {
        var path = Exported();
        using (var file = File.Create(path + ".2"))
        using (var zip = new GZipStream(file, CompressionMode.Compress))
        using (var tar = new TarWriter(zip))
        {
            foreach (var (name, bytes) in Entries(path).Where(entry => keep(entry.Name, entry.Content)))
            {
                Add(tar, name, bytes);
            }
            more?.Invoke(tar);
        }
        return path + ".2";
    }

    private static List<(string Name, byte[] Content)> Entries(string path)
    {
        var entries = new List<(string, byte[])>();
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(zip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType == TarEntryType.RegularFile)
            {
                using var content = new MemoryStream();
                entry.DataStream?.CopyTo(content);
                entries.Add((entry.Name, content.ToArray()));
            }
        }
        return entries;
    }

    private void Add(TarWriter tar, string name, string content) =>
        Add(tar, name.Replace("ID", _id, StringComparison.Ordinal), Encoding.UTF8.GetBytes(content));

    private static void Add(TarWriter tar, string name, byte[] content) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });

    private StateFolder State(string name) => StateFolder.At(Path.Combine(_cli.Folder, name));
}
