using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class LocalTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    private string Index => Path.Combine(_cli.Folder, StateFolder.FolderName, "backend", "local.db");

    [Fact]
    public void Looking_makes_no_backend()
    {
        _cli.Run("local").Succeeds("no embedded backend");
        _cli.Run("local", "ls", "units").Succeeds("There are no units");
        Assert.False(Directory.Exists(Path.GetDirectoryName(Index)));
    }

    [Fact]
    public void Collection_that_was_added_is_listed_and_removed()
    {
        _cli.Run("local", "add-collection", "Birds", "image=image,required,.png").Succeeds("Data collection 1");
        _cli.Run("local", "ls", "collections").Succeeds("Birds", "image=image,required,.png");
        _cli.Run("local", "rm", "collection", "1").Succeeds("Removed collection 1");
        _cli.Run("local", "rm", "collection", "1").Succeeds("There is no collection 1");
        _cli.Run("local", "ls", "collections").Succeeds("There are no collections");
    }

    [Fact]
    public void Storage_is_a_folder_that_is_there()
    {
        _cli.Run("local", "add-storage", "disk", "missing").Fails(ExitCode.Usage, "there is no folder");
        _cli.Run("local", "add-storage", "disk", ".").Succeeds(_cli.Folder);
        _cli.Run("local", "ls", "storages", "--json").Succeeds($"\"folder\": \"{_cli.Folder}\"");
    }

    [Theory]
    [InlineData("ls", "bird", "is nothing that the embedded backend holds")]
    [InlineData("rm", "units", "name the ids")]
    [InlineData("lss", "units", "Did you mean 'ls'?")]
    public void Wrong_words_say_what_is_right(string command, string word, string message) =>
        _cli.Run("local", command, word).Fails(ExitCode.Usage, message);

    [Fact]
    public void Lost_index_is_made_again_when_asked_for_and_never_else()
    {
        Upload();
        File.Delete(Index);
        _cli.Run("local", "check").Fails(ExitCode.Failed, "local check --yes");
        Assert.False(File.Exists(Index));
        _cli.Run("local", "check", "--yes").Succeeds("The index is made again: 1 file");
        _cli.Run("local", "check").Succeeds("1 content read and proved, 0 damaged");
    }

    [Fact]
    public void Index_that_fails_for_another_reason_is_left_as_it_is()
    {
        Upload();
        using (var database = SqliteDatabase.Open(Index, SqliteOpenMode.ReadWrite))
        {
            database.Execute("DROP TABLE model");
        }
        _cli.Run("local", "check", "--yes").Fails(ExitCode.Failed, "no such table");
        using var left = SqliteDatabase.Open(Index, SqliteOpenMode.ReadOnly);
        Assert.Equal(0, left.QueryInt64("SELECT count(*) FROM sqlite_schema WHERE name = 'model'"));
    }

    private void Upload()
    {
        using var backend = new LocalBackend(StateFolder.Open(Path.Combine(_cli.Folder, StateFolder.FolderName)));
        backend.DataFiles.UploadAsync(Path.Combine(_cli.Folder, _cli.Write("a.txt", "content")), "a.txt", "key").GetAwaiter().GetResult();
    }
}
