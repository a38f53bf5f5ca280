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

        if (world.Scenario.Action != "upload")
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

    /// <summary>A file that was reported as uploaded is there, under its id and with its content.</summary>
    public static void AssertReadable(LocalBackend backend, Effect uploaded)
    {
        var (id, checksum) = uploaded.Detail.Split(' ') is [var first, var second] ? (long.Parse(first, CultureInfo.InvariantCulture), second) : throw new FormatException(uploaded.Detail);
        Assert.Equal(World.Checksum(uploaded.Item), checksum);
        using var stream = backend.DataFiles.OpenAsync(id).GetAwaiter().GetResult();
        Assert.True(Convert.ToHexStringLower(SHA256.HashData(stream)) == checksum, $"{uploaded.Item} was reported as uploaded and its content is another.");
    }
}
