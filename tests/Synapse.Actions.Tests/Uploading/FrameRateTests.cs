using System.Globalization;
using Synapse.Actions.Uploading.Screening;

namespace Synapse.Actions.Tests.Uploading;

/// <summary>Videos, seen through a program that stands in for ffprobe.</summary>
public sealed class FrameRateTests : UploadTest
{
    private static readonly FileSpecification Video = new("video", "video") { IsRequired = true };

    [Fact]
    public async Task Video_of_variable_frame_rate_is_left_out_with_its_reason()
    {
        Mp4("video/good.mp4");
        Mp4("video/bad.mp4");
        using var run = await WithProbeAsync(
            """
            case "$*" in *bad.mp4) printf '0.000\n0.040\n0.080\n0.200\n0.240\n';; *) printf '0.000\n0.080\n0.040\n0.120\n0.160\n';; esac
            """,
            async p => await RunAsync(p));
        Assert.Equal((1, 1), (run.Result!.DataUnits, run.Result.Dropped));
        Assert.Equal(
            "Its frame rate varies: its first 5 frames are 40 to 120 ms apart. Convert it (ffmpeg -i IN -fps_mode cfr OUT), or set check_frame_rate to false.",
            Report(run.Result.Report).Single(line => line.File == "bad.mp4").Reason);
    }

    [Fact]
    public async Task Missing_ffprobe_is_said_once_and_videos_are_uploaded()
    {
        Mp4("video/1.mp4");
        Mp4("video/2.mp4");
        Mp4("video/3.mp4");
        using var run = await WithProbeAsync(null, async p => await RunAsync(p));
        Assert.Equal(3, run.Result!.DataUnits);
        Assert.Single(run.Messages, "ffprobe is not installed, so the frame rate of videos was not checked");
    }

    [Fact]
    public async Task Video_that_ffprobe_cannot_read_is_uploaded_and_named()
    {
        Mp4("video/1.mp4");
        using var run = await WithProbeAsync("echo 'moov atom not found' >&2; exit 1", async p => await RunAsync(p));
        Assert.Equal(1, run.Result!.DataUnits);
        Assert.Contains(run.Messages, message => message.StartsWith("The frame rate of 1 videos could not be read", StringComparison.Ordinal) && message.EndsWith("1.mp4: moov atom not found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_probed_when_the_check_is_off()
    {
        Mp4("video/1.mp4");
        using var run = await WithProbeAsync("exit 1", async p => await RunAsync(p with { CheckFrameRate = false }));
        Assert.Equal(1, run.Result!.DataUnits);
        Assert.DoesNotContain(run.Messages, message => message.Contains("frame rate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_of_other_kinds_and_extensions_are_not_probed()
    {
        Mp4("video/1.mp4");
        Write("video/2.txt", "no video");
        using var run = await WithProbeAsync("printf '0\\n1\\n9\\n10\\n'", async p => await RunAsync(p));
        Assert.Equal((1, 1), (run.Result!.DataUnits, run.Result.Dropped));
        Assert.Equal("2", Assert.Single(await UnitsAsync()).Meta["data_unit_key"]);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(120)]
    [InlineData(240)]
    public void Times_rounded_to_milliseconds_are_a_constant_rate(int rate) =>
        Assert.Null(FrameRates.Problem(string.Join('\n', Enumerable.Range(0, 200).Select(i => Math.Round(i / (double)rate, 3).ToString("F3", CultureInfo.InvariantCulture)))));

    [Fact]
    public void One_frame_missing_is_a_variable_rate() =>
        Assert.NotNull(FrameRates.Problem(string.Join('\n', Enumerable.Range(0, 200).Where(i => i != 100).Select(i => (i / 25.0).ToString(CultureInfo.InvariantCulture)))));

    [Theory]
    [InlineData("")]
    [InlineData("N/A\nN/A\nN/A\n")]
    [InlineData("0.0\n1.0\n")]
    public void Too_few_times_say_nothing(string times) => Assert.Null(FrameRates.Problem(times));

    private void Mp4(string name) => Write(name, [0, 0, 0, 16, .. "ftypisom"u8, .. System.Text.Encoding.UTF8.GetBytes(name)]);

    /// <param name="script">What stands in for ffprobe; null when there is none.</param>
    /// <param name="act">The upload.</param>
    private async Task<ActionRun<UploadResult>> WithProbeAsync(string? script, Func<UploadParams, Task<ActionRun<UploadResult>>> act)
    {
        var p = await ParamsAsync(Video);
        var programs = Directory.CreateDirectory(Path.Combine(Platform.Folder, "programs")).FullName;
        if (script is not null)
        {
            var probe = Path.Combine(programs, "ffprobe");
            await File.WriteAllTextAsync(probe, $"#!/bin/sh\n{script}\n");
            using var mode = System.Diagnostics.Process.Start("chmod", ["500", probe]);
            await mode.WaitForExitAsync();
        }

        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", programs);
        try
        {
            return await act(p);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }
}
