using System.Security.Cryptography;
using System.Text.Json;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;

namespace Synapse.Crash.Tests.Support;

/// <summary>What the report of a standard upload says is true of the backend.</summary>
internal static class UploadReports
{
    /// <summary>Every file is in the report once, and what it calls uploaded is readable and in one data unit; nothing else is there.</summary>
    /// <param name="world">A run that has ended.</param>
    /// <param name="mayFail">Whether files may have failed.</param>
    /// <returns>How many files are uploaded.</returns>
    public static int Check(World world, bool mayFail)
    {
        if (world.View!.State != RunState.Completed)
        {
            return 0;
        }

        var lines = File.ReadLines(Directory.EnumerateFiles(world.State, "upload-report.jsonl", SearchOption.AllDirectories).Single()).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(lines.Count, lines.Select(line => line.GetProperty("file").GetString()).Distinct().Count());
        var uploaded = lines.Where(line => line.GetProperty("outcome").GetString() == "uploaded").ToList();
        Assert.True(mayFail || uploaded.Count == lines.Count, $"{lines.Count - uploaded.Count} of {lines.Count} files are not uploaded.");
        using var backend = new LocalBackend(StateFolder.At(world.State));
        Assert.Equal(uploaded.Count, backend.DataUnits.CountAsync().Result);
        foreach (var line in uploaded)
        {
            Assert.Equal(Sha256(File.OpenRead(line.GetProperty("file").GetString()!)), AssertReadable(backend, line.GetProperty("data_unit").GetInt64()));
        }

        return uploaded.Count;
    }

    /// <summary>A data unit that was reported has its file, with the content that it was stored with. Returns its checksum.</summary>
    public static string AssertReadable(LocalBackend backend, long unit)
    {
        var file = Assert.Single(backend.DataUnits.GetAsync(unit).Result.Files).Value;
        var checksum = Sha256(backend.DataFiles.OpenAsync(file).Result);
        Assert.Equal(backend.DataFiles.GetAsync(file).Result.Checksum, checksum);
        return checksum;
    }

    private static string Sha256(Stream content)
    {
        using (content)
        {
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
    }
}
