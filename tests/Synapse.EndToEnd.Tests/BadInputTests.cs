using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

[Collection(nameof(WithImages))]
public sealed class BadInputTests(Images images) : IDisposable
{
    private readonly Plugin plugin = new();

    public void Dispose() => plugin.Dispose();

    [Fact]
    public void Missing_params_are_all_named_when_none_is_given()
    {
        var said = plugin.Run("run", "export").Exits(2);
        Assert.Contains("--dataset", said.Error, StringComparison.Ordinal);
        Assert.Contains("--model", said.Error, StringComparison.Ordinal);
        Assert.Contains("--output", said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(plugin.Folder, ".synapse", "runs")));
    }

    [Fact]
    public void Malformed_JSON_is_named_with_its_line()
    {
        var file = plugin.WriteFile("params.json", "{\n  \"dataset\": 1,\n  oops\n}");
        Assert.Contains("line 3", plugin.Run("run", "train", "--params", file).Exits(2).Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Params_file_that_is_a_folder_is_named() =>
        Assert.Contains("folder", plugin.Run("run", "train", "--params", plugin.Folder).Exits(2).Error, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Unknown_action_gets_a_suggestion() =>
        Assert.Contains("'train'", plugin.Run("run", "trian").Exits(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Unknown_flag_gets_a_suggestion() =>
        Assert.Contains("--epochs", plugin.Run("run", "train", "--dataset", "1", "--epoch", "3").Exits(2).Error, StringComparison.Ordinal);

    [Fact]
    public void State_folder_that_cannot_be_written_is_exit_4() =>
        Assert.Contains("/sys/synapse", plugin.Run("run", "--state", "/sys/synapse", "unpack", "--data", Repository.FashionData, "--output", "x").Exits(4).Error, StringComparison.Ordinal);

    [Fact]
    public void Corrupt_image_is_left_out_and_named()
    {
        var folder = images.Few(plugin, 10);
        File.WriteAllText(Path.Combine(folder, "train", "00003.png"), "no image");

        var said = plugin.Run("run", "upload", "--path", folder).Exits(0);

        Assert.Contains("train/00003.png", said.All, StringComparison.Ordinal);
        Assert.Contains("9", said.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_labels_fails_with_its_name()
    {
        var folder = Directory.CreateDirectory(Path.Combine(plugin.Folder, "empty")).FullName;
        Assert.Contains("labels.csv", plugin.Run("run", "upload", "--path", folder).Exits(1).All, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_images_is_skipped_with_the_reason()
    {
        var folder = images.Few(plugin, 0);
        var said = plugin.Run("run", "upload", "--path", folder).Exits(0);
        Assert.Contains("there is no image to upload", said.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_dataset_is_named_and_the_run_is_kept()
    {
        Assert.Contains("77", plugin.Run("run", "train", "--dataset", "77").Exits(1).All, StringComparison.Ordinal);
        Assert.Contains("failed", plugin.Run("runs").Exits(0).Out, StringComparison.Ordinal);
    }
}
