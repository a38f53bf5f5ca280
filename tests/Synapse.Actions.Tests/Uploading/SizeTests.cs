using System.Globalization;
using System.Security.Cryptography;

namespace Synapse.Actions.Tests.Uploading;

/// <summary>Many files, and large ones; more and larger ones with SYNAPSE_SOAK=1.</summary>
public sealed class SizeTests : UploadTest
{
    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("SYNAPSE_SOAK") == "1";

    [Fact]
    public async Task One_folder_with_very_many_files_is_uploaded_whole()
    {
        var count = IsSoak ? 1_000_000 : 50_000;
        for (var i = 0; i < count; i++)
        {
            Png(string.Create(CultureInfo.InvariantCulture, $"image/{i:D7}.png"));
        }

        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((count, count, 0), (run.Result?.UploadedFiles, run.Result?.DataUnits, run.Result?.Failed));
        Assert.Equal(count, await Platform.Backend.DataUnits.CountAsync());
        Assert.Equal(count, File.ReadLines(run.Result!.Report).Count());
    }

    [Fact]
    public async Task Very_large_file_is_uploaded_as_it_is()
    {
        var path = Path.Combine(Root, "labels", "large");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = File.Create(path))
        {
            file.SetLength((IsSoak ? 8L << 30 : 512L << 20) + 1);
            file.Seek(-3, SeekOrigin.End);
            file.Write("end"u8);
        }

        using var run = await RunAsync(await ParamsAsync(Labels with { Extensions = [] }));
        Assert.True(run.Succeeded, run.Error);
        var stored = Assert.Single(await UnitsAsync()).Files["labels"];
        await using var content = await Platform.Backend.DataFiles.OpenAsync(stored);
        await using var source = File.OpenRead(path);
        Assert.Equal(await SHA256.HashDataAsync(source), await SHA256.HashDataAsync(content));
    }
}
