using System.Globalization;
using System.Text.Json;
using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

/// <summary>The published sample with standard steps and steps of its own.</summary>
public sealed class CustomUploadTests : IDisposable
{
    private const int Many = 8_000;

    private readonly Plugin _plugin = new(Repository.CustomUpload);

    public CustomUploadTests() => _plugin.Run("local", "add-collection", "Frames", "frame=image,required,primary,.png", "notes=data,.json").Exits(0);

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public void Frames_of_two_folders_become_data_units_with_what_the_table_says()
    {
        var data = Path.Combine(Repository.Root, "samples", "CustomUpload", "data");
        var assets = $$$"""{"frame":{"path":"{{{data}}}/cameras"},"notes":{"path":"{{{data}}}/notes"}}""";
        _plugin.Run("run", "upload", "--name", "frames", "--data-collection", "1", "--no-use-single-path", "--set", "assets=" + assets,
            "--excel-metadata-path", Path.Combine(data, "frames.xlsx"), "--light", "day").Exits(0);

        using var units = JsonDocument.Parse(_plugin.Run("local", "ls", "units", "--json").Exits(0).Out);
        Assert.Equal(
            ["north/cam-01", "north/cam-02", "north/cam-04", "north/cam-05", "north/cam-07", "north/cam-08", "north/cam-10", "north/cam-11"],
            units.RootElement.EnumerateArray().Select(unit => unit.GetProperty("key").GetString()));
    }

    [Fact]
    public void No_finished_file_is_sent_twice_and_no_data_unit_made_twice_when_killed_and_resumed()
    {
        var folder = Folder(Many);
        _plugin.SignalAfterUploads(Many / 4, "KILL", "run", "upload", "--name", "many", "--data-collection", "1", "--path", folder);
        var before = BackendFile.Origins(_plugin.Folder);

        _plugin.Run("resume", "last").Exits(0);

        var after = BackendFile.Origins(_plugin.Folder);
        Assert.Equal(Many, after.Count);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
        using var units = JsonDocument.Parse(_plugin.Run("local", "ls", "units", "--json").Exits(0).Out);
        Assert.Equal(Many, units.RootElement.EnumerateArray().Select(unit => unit.GetProperty("key").GetString()).Distinct().Count());
        Assert.Equal(Many, units.RootElement.GetArrayLength());
    }

    [Fact]
    public void Rollback_deletes_what_was_made_and_the_report_says_so()
    {
        _plugin.Run("run", "upload", "--name", "some", "--data-collection", "1", "--path", Folder(300)).Exits(0);

        _plugin.Run("rollback", "last", "--yes").Exits(0);

        Assert.Empty(BackendFile.Origins(_plugin.Folder));
        Assert.Contains("There are no units", _plugin.Run("local", "ls", "units").Exits(0).All, StringComparison.Ordinal);
        Assert.Contains("There are no datasets", _plugin.Run("local", "ls", "datasets").Exits(0).All, StringComparison.Ordinal);
        var report = Assert.Single(Directory.EnumerateFiles(_plugin.Folder, "upload-report.txt", SearchOption.AllDirectories));
        Assert.Contains("rolled back", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local", "lss", "Did you mean 'ls'?")]
    [InlineData("local", "ls", "needs a kind")]
    [InlineData("local", "add-collection", "needs a name")]
    public void Wrong_local_command_says_what_is_right(string verb, string word, string message) =>
        Assert.Contains(message, _plugin.Run(verb, word).Exits(2).All, StringComparison.Ordinal);

    [Theory]
    [InlineData("image", "no '='")]
    [InlineData("image=image,requird", "'requird' is neither")]
    [InlineData("a/b=image", "cannot be the name")]
    public void Wrong_file_specification_says_what_is_right(string word, string message) =>
        Assert.Contains(message, _plugin.Run("local", "add-collection", "x", word).All, StringComparison.Ordinal);

    [Fact]
    public void Check_proves_what_was_uploaded()
    {
        _plugin.Run("run", "upload", "--name", "some", "--data-collection", "1", "--path", Folder(50)).Exits(0);
        Assert.Contains("50 contents read and proved, 0 damaged", _plugin.Run("local", "check").Exits(0).All, StringComparison.Ordinal);
    }

    // Small files that begin as a PNG does, no two of one content.
    private string Folder(int files)
    {
        var folder = Path.Combine(_plugin.Folder, "files");
        Directory.CreateDirectory(Path.Combine(folder, "frame"));
        for (var i = 0; i < files; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, "frame", i.ToString("D6", CultureInfo.InvariantCulture) + ".png"), [0x89, (byte)'P', (byte)'N', (byte)'G', .. BitConverter.GetBytes(i)]);
        }
        return folder;
    }
}
