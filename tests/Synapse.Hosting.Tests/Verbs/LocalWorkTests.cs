using System.Text.Json;
using Synapse.Backends;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary>The 'local' commands on what actions work with.</summary>
public sealed class LocalWorkTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    private string State => Path.Combine(_cli.Folder, StateFolder.FolderName);

    [Fact]
    public void Looking_for_one_makes_no_backend()
    {
        _cli.Run("local", "show", "task", "1").Fails(ExitCode.Failed, "There is no embedded backend");
        _cli.Run("local", "export", "file", "1", "out").Fails(ExitCode.Failed, "There is no embedded backend");
        _cli.Run("local", "add-tasks", "1", "--all").Fails(ExitCode.Failed, "There is no embedded backend");
        _cli.Run("local", "compact").Succeeds("nothing to reclaim");
        Assert.False(Directory.Exists(State));
    }

    [Fact]
    public void Project_gets_tasks_of_all_units_once()
    {
        Make(units: 3);
        _cli.Run("local", "add-project", "Label", "--collection", "1").Succeeds("Project 1, 'Label'");
        _cli.Run("local", "add-tasks", "1", "2").Succeeds("1 new task, 1 task in all");
        _cli.Run("local", "add-tasks", "1", "--all").Succeeds("2 new tasks, 3 tasks in all");
        _cli.Run("local", "add-tasks", "1", "--all").Succeeds("0 new tasks, 3 tasks in all");
        _cli.Run("local", "ls", "tasks").Succeeds("stand_by", "0.png");
        _cli.Run("local", "show", "project", "1").Succeeds("tasks", "3");
        _cli.Run("local", "rm", "tasks", "1", "2").Succeeds("Removed task 1", "Removed task 2");
        _cli.Run("local", "rm", "projects", "1").Succeeds("Removed project 1");
        _cli.Run("local", "ls", "tasks").Succeeds("There are no tasks");
    }

    [Fact]
    public void Task_is_shown_with_its_file_and_annotations()
    {
        Make(units: 1);
        _cli.Run("local", "add-project", "Label", "--collection", "1");
        _cli.Run("local", "add-tasks", "1", "--all");
        With(backend => backend.Tasks.AnnotateAsync(1, JsonElement.Parse($$"""{"images":[],"note":"{{new string('x', 900)}}"}""")));
        _cli.Run("local", "show", "task", "1").Succeeds("label_status   submitted", "primary        image", "0.png", "--json shows all");
        var shown = JsonElement.Parse(_cli.Run("local", "show", "tasks", "1", "--json").Succeeds().Output);
        Assert.Equal(900, shown.GetProperty("data").GetProperty("note").GetString()!.Length);
        Assert.Equal("0.png", shown.GetProperty("files").GetProperty("image").GetProperty("name").GetString());
    }

    [Fact]
    public void Every_kind_is_listed_and_shown()
    {
        Make(units: 1);
        With(async backend =>
        {
            await backend.Projects.CreateAsync(new("label", 1), "project");
            var tasks = await backend.Tasks.CreateAsync(1, [1], "tasks");
            await backend.Assignments.CreateAsync(tasks, "ann", "assignments");
            await backend.Storages.CreateAsync("disk", _cli.Folder, "storage");
            await backend.Models.CreateAsync(Path.Combine(_cli.Folder, "0.png"), "m", new Dictionary<string, double> { ["loss"] = 0.5 }, "model");
            await backend.Datasets.CreateAsync("data", "dataset");
            await backend.Datasets.CreateVersionAsync(1, "version");
        });
        _cli.Run("local", "add-application", "classify", "http://ann:secret@localhost:1/model?token=secret").Succeeds("answers at http://localhost:1/model");
        var overview = _cli.Run("local").Succeeds().Output;
        foreach (var kind in new[] { "files", "collections", "storages", "units", "projects", "tasks", "assignments", "datasets", "versions", "models", "applications" })
        {
            Assert.Matches($"(?m)^{kind} +1$", overview);
            Assert.Single(JsonElement.Parse(_cli.Run("local", "ls", kind, "--json").Succeeds().Output).EnumerateArray());
            var shown = _cli.Run("local", "show", kind, "1", "--json").Succeeds().Output;
            Assert.Equal(1, JsonElement.Parse(shown).GetProperty("id").GetInt64());
            Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", _cli.Run("local", "ls", kind).Succeeds().Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("local show tsks 1", "Did you mean 'tasks'?")]
    [InlineData("local show task", "local ls tasks")]
    [InlineData("local show task one", "'one' is no id: ids are whole numbers.")]
    [InlineData("local show task -1", "Unknown option -1")]
    [InlineData("local rm tasks 1 x", "'x' is no id")]
    [InlineData("local rm versions 1", "cannot be removed alone")]
    [InlineData("local export task 1 out", "a task has no content of its own")]
    [InlineData("local export file 1", "name the id of the file and the folder")]
    [InlineData("local add-project Label", "--collection ID")]
    [InlineData("local add-project Label --collection birds", "--collection is the id of a data collection, found 'birds'")]
    [InlineData("local add-tasks", "needs a project")]
    [InlineData("local add-tasks 1", "name the data units, or give --all")]
    [InlineData("local add-tasks 1 2 --all", "not both")]
    [InlineData("local add-application classify", "needs the address it answers at")]
    public void Wrong_words_say_what_is_right(string words, string message) => _cli.Run(words.Split(' ')).Fails(ExitCode.Usage, message);

    [Theory]
    [InlineData("local show task 7", "there is no task 7")]
    [InlineData("local show version 7", "there is no dataset version 7")]
    [InlineData("local show application 7", "there is no serve application 7")]
    [InlineData("local export model 7 out", "there is no model 7")]
    [InlineData("local export dataset 7 out", "there is no dataset 7")]
    [InlineData("local rm task 7", "there is no task 7")]
    [InlineData("local add-project Label --collection 7", "there is no data collection 7")]
    [InlineData("local add-tasks 7 1", "there is no project 7")]
    [InlineData("local add-application classify ftp://localhost/", "must begin with http://")]
    [InlineData("local add-application classify nowhere", "must begin with http://")]
    public void What_is_not_there_is_said_to_be_missing(string words, string message)
    {
        Make(units: 1);
        _cli.Run(words.Split(' ')).Fails(ExitCode.Failed, message);
        Assert.False(Path.Exists(Path.Combine(_cli.Folder, "out")));
    }

    [Fact]
    public void File_is_exported_under_its_name_and_never_over_another()
    {
        Make(units: 1);
        _cli.Run("local", "export", "file", "1", "out").Succeeds(Path.Combine("out", "0.png") + ", 1 byte");
        Assert.Equal("0", File.ReadAllText(Path.Combine(_cli.Folder, "out", "0.png")));
        _cli.Run("local", "export", "file", "1", "out").Fails(ExitCode.Failed, "exists already");
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_cli.Folder, "out")));
    }

    [Theory]
    [InlineData("../../evil.txt", "evil.txt")]
    [InlineData("..", "file-1")]
    [InlineData("a\nb", "file-1")]
    [InlineData("folder/", "file-1")]
    public void Exported_file_never_leaves_the_folder(string name, string expected)
    {
        _cli.Write("content", "x");
        With(backend => backend.DataFiles.UploadAsync(Path.Combine(_cli.Folder, "content"), name, "key"));
        _cli.Run("local", "export", "file", "1", "out").Succeeds();
        Assert.Equal([Path.Combine(_cli.Folder, "out", expected)], Directory.EnumerateFiles(Path.Combine(_cli.Folder, "out")));
    }

    [Fact]
    public void Ground_truth_is_exported_as_lines_with_files_beside_them()
    {
        MakeDataset();
        _cli.Run("local", "export", "dataset", "1", "out").Succeeds("2 items");
        var lines = File.ReadAllLines(Path.Combine(_cli.Folder, "out", "ground_truth.jsonl")).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["cat", "dog"], lines.Select(line => line.GetProperty("label").GetString()));
        Assert.Equal("""{"images":[]}""", lines[0].GetProperty("data").GetRawText());
        Assert.Equal("files/1/image.png", lines[0].GetProperty("files").GetProperty("image").GetString());
        Assert.Equal("1", File.ReadAllText(Path.Combine(_cli.Folder, "out", "files", "2", "image.png")));
    }

    [Fact]
    public void Version_is_exported_as_it_was()
    {
        MakeDataset();
        With(async backend =>
        {
            await backend.Datasets.CreateVersionAsync(1, "version");
            await backend.Datasets.AddAsync(1, [new(1, "train", "cow")]);
        });
        _cli.Run("local", "export", "version", "1", "out").Succeeds("2 items");
        Assert.Contains("cat", File.ReadAllText(Path.Combine(_cli.Folder, "out", "ground_truth.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Export_that_fails_leaves_nothing_behind()
    {
        MakeDataset();
        With(backend => backend.DataFiles.DeleteAsync(2));
        _cli.Run("local", "export", "dataset", "1", "out").Fails(ExitCode.Failed, "no data file 2");
        Assert.Empty(Directory.EnumerateDirectories(_cli.Folder, "out*"));
    }

    [Fact]
    public void Folder_that_is_not_empty_is_left_alone()
    {
        MakeDataset();
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "out"));
        File.WriteAllText(Path.Combine(_cli.Folder, "out", "mine"), "");
        _cli.Run("local", "export", "dataset", "1", "out").Fails(ExitCode.Failed, "is not empty");
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_cli.Folder, "out")));
    }

    [Fact]
    public void Compacting_reclaims_what_was_removed()
    {
        Make(units: 4);
        _cli.Run("local", "rm", "files", "1", "2", "3").Succeeds();
        _cli.Run("local", "check").Succeeds("could be reclaimed: 'fashion local compact'");
        _cli.Run("local", "compact").Succeeds("segment 1 of 1", "reclaimed: 1 segment and 0 blobs removed.");
        _cli.Run("local", "check").Succeeds("1 content read and proved, 0 damaged; 0 bytes");
    }

    [Fact]
    public async Task Compacting_a_backend_in_use_is_refused()
    {
        Make(units: 1);
        using var other = new LocalBackend(StateFolder.At(State));
        Assert.Equal(1, await other.DataFiles.CountAsync());
        _cli.Run("local", "compact").Fails(ExitCode.Failed, "in use by another process");
    }

    private void MakeDataset()
    {
        Make(units: 2);
        With(async backend =>
        {
            await backend.Datasets.CreateAsync("data", "dataset");
            await backend.Datasets.AddAsync(1, [new(1, "train", "cat") { Data = JsonElement.Parse("""{"images": []}""") }, new(2, "test", "dog")]);
        });
    }

    private void Make(int units) => With(async backend =>
    {
        await backend.DataCollections.CreateAsync("birds", [new("image", "image") { IsPrimary = true }], "collection");
        for (var i = 0; i < units; i++)
        {
            var file = await backend.DataFiles.UploadAsync(Path.Combine(_cli.Folder, _cli.Write($"{i}.png", $"{i}")), $"{i}.png", $"file {i}");
            await backend.DataUnits.CreateAsync([new(new Dictionary<string, long> { ["image"] = file.Id }) { Collection = 1 }], $"unit {i}");
        }
    });

    private void With(Func<IBackend, Task> work)
    {
        using var backend = new LocalBackend(StateFolder.Open(State));
        work(backend).GetAwaiter().GetResult();
    }
}
