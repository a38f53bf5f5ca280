using System.Globalization;

namespace Synapse.Runtime.Tests.Model;

/// <summary>
/// Random plans, killed, stopped, resumed, rebuilt and rolled back at random, against a reference of a few hundred lines.
/// SYNAPSE_MODEL_SEED=n repeats the plan of a failure; SYNAPSE_MODEL_PLANS=n runs so many.
/// </summary>
public sealed class ModelTests
{
    private const int Plans = 6_000;
    private const int SoakPlans = 20_000;
    private const int Repeats = 20;

    [Fact]
    public async Task Engine_does_what_the_reference_does()
    {
        var root = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"synapse-model-{Guid.NewGuid():N}")).FullName;
        try
        {
            // Items that run beside each other do so differently each time: a failure may need more than one repeat.
            var first = Setting("SYNAPSE_MODEL_SEED");
            var seeds = first is { } seed ? Enumerable.Repeat(seed, Repeats) : Seeds();
            foreach (var next in seeds)
            {
                await TryAsync(next, root);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static IEnumerable<int> Seeds()
    {
        var first = Random.Shared.Next(1_000_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"Seeds from {first}");
        return Enumerable.Range(first, Setting("SYNAPSE_MODEL_PLANS") ?? (Setting("SYNAPSE_SOAK") is null ? Plans : SoakPlans));
    }

    private static async Task TryAsync(int seed, string root)
    {
        using var trial = new Trial(seed, root);
        try
        {
            await trial.RunAsync();
        }
        catch (WrongException e)
        {
            Assert.Fail($"{e.Message}\n\n{trial.Story}\nRepeat with: SYNAPSE_MODEL_SEED={seed} dotnet test --project tests/Synapse.Runtime.Tests --filter-class '*ModelTests'");
        }
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
