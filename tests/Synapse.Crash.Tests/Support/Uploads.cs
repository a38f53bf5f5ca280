using System.Globalization;
using System.Security.Cryptography;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;

namespace Synapse.Crash.Tests.Support;

/// <summary>What must be true of the backend once the run has ended.</summary>
internal static class Uploads
{
    public static void Check(World world, string scratch)
    {
        var uploaded = world.Counter.Effects.Where(effect => effect.Kind == "uploaded").ToList();
        foreach (var file in uploaded.GroupBy(effect => effect.Item))
        {
            Assert.True(file.Select(effect => effect.Detail).Distinct().Count() == 1, $"{file.Key} was uploaded more than once: {string.Join(", ", file.Select(effect => effect.Detail))}");
        }

        if (world.Scenario.Action == "count")
        {
            return;
        }

        Assert.All(JournalView.Origins(world.State, scratch), origin => Assert.True(origin.Value == 1, $"{origin.Key} stands {origin.Value} times in the index."));
        using var backend = new LocalBackend(StateFolder.At(world.State));
        if (world.View!.State == RunState.RolledBack)
        {
            Assert.Equal(0, backend.DataFiles.CountAsync().Result);
            return;
        }

        foreach (var effect in uploaded)
        {
            AssertReadable(backend, effect);
        }
    }

    /// <summary>What was reported as uploaded before the power went is there before anything goes on, unless it was being taken back.</summary>
    public static void CheckImage(World world)
    {
        var reported = world.Counter.Effects.Where(effect => effect.Kind is "uploaded" or "told").ToList();
        if (reported.Count == 0 || world.View?.State is RunState.RollingBack or RunState.RolledBack or RunState.RollbackIncomplete)
        {
            return;
        }

        // Opening it may repair it, which is to be left to the run.
        var copy = Path.Combine(world.Scratch, "image");
        FolderCopy.Copy(world.State, copy);
        using (var backend = new LocalBackend(StateFolder.At(copy)))
        {
            reported.ForEach(effect => AssertReadable(backend, effect));
        }

        Directory.Delete(copy, recursive: true);
    }

    /// <summary>A file that was reported as uploaded is there, under its id and with its content.</summary>
    public static void AssertReadable(LocalBackend backend, Effect uploaded)
    {
        if (uploaded.Kind == "told")
        {
            foreach (var unit in uploaded.Detail.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                UploadReports.AssertReadable(backend, long.Parse(unit, CultureInfo.InvariantCulture));
            }

            return;
        }

        var (id, checksum) = uploaded.Detail.Split(' ') is [var first, var second] ? (long.Parse(first, CultureInfo.InvariantCulture), second) : throw new FormatException(uploaded.Detail);
        Assert.Equal(World.Checksum(uploaded.Item), checksum);
        using var stream = backend.DataFiles.OpenAsync(id).GetAwaiter().GetResult();
        Assert.True(Convert.ToHexStringLower(SHA256.HashData(stream)) == checksum, $"{uploaded.Item} was reported as uploaded and its content is another.");
    }
}
