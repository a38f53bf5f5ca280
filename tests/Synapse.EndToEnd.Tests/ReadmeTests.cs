using System.Text.RegularExpressions;
using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

/// <summary>What the README shows of a run is what a run shows, but for ids, times and counts.</summary>
[Collection(nameof(WithImages))]
public sealed partial class ReadmeTests(Images images)
{
    [Fact]
    public void Killed_and_resumed_upload_looks_as_in_the_readme()
    {
        using var plugin = new Plugin();
        var killed = plugin.SignalAfterUploads(100, "KILL", "run", "upload", "--path", images.Folder);
        var resumed = plugin.Run("resume", "last").Exits(0);

        // The last lines of a process that is killed may be lost.
        Assert.StartsWith(Masked(killed.Out), Masked(Shown("fashion run upload --path images")), StringComparison.Ordinal);
        Assert.Equal(Masked(Shown("fashion resume last")), Masked(resumed.Out));
    }

    [Fact]
    public void Wrong_params_look_as_in_the_readme()
    {
        using var plugin = new Plugin();
        Assert.Equal(Shown("fashion run train --epochs 0 --learnig-rate 0.1"), plugin.Run("run", "train", "--epochs", "0", "--learnig-rate", "0.1").Exits(2).Error);
    }

    /// <summary>The output that is shown below a command.</summary>
    private static string Shown(string command)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var start = readme.IndexOf($"$ {command}\n", StringComparison.Ordinal) + command.Length + 3;
        Assert.True(start > command.Length + 3, $"the README does not show '{command}'");
        return readme[start..End().Match(readme, start).Index];
    }

    private string Masked(string text) => Counts().Replace(Times().Replace(Ids().Replace(text.Replace(images.Folder, "images", StringComparison.Ordinal), "ID"), "TIME"), "N");

    [GeneratedRegex(@"^(\$ |```)", RegexOptions.Multiline)]
    private static partial Regex End();

    [GeneratedRegex(@"\b[0-9a-f]{8}\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"[0-9.]+ (ms|s|min)\b( [0-9]+ s)?")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b[0-9]+(?= items)")]
    private static partial Regex Counts();
}
