using System.Collections.Concurrent;
using Synapse.Crash.Tests.Support;

namespace Synapse.Crash.Tests.Images;

/// <summary>Runs that were recorded once, for all tests.</summary>
public sealed class Recordings : IDisposable
{
    private readonly ConcurrentDictionary<(Scenario, int, string?), Lazy<(World World, Recording Recording)>> _made = [];

    /// <param name="scenario">What runs.</param>
    /// <param name="killAt">Killed before this call and gone on with; 0 for a run that nothing happens to.</param>
    /// <param name="weakness">Of the engine, or null.</param>
    internal Recording Of(Scenario scenario, int killAt = 0, string? weakness = null) =>
        _made.GetOrAdd((scenario, killAt, weakness), key => new(() => Record(key.Item1, key.Item2, key.Item3))).Value.Recording;

    internal int Calls(Scenario scenario) => Of(scenario).Count;

    public void Dispose()
    {
        foreach (var made in _made.Values.Where(made => made.IsValueCreated))
        {
            made.Value.World.Dispose();
        }
    }

    private static (World, Recording) Record(Scenario scenario, int killAt, string? weakness)
    {
        var world = new World(scenario);
        world.Start(new Fault { Trace = world.Trace, KillAt = killAt, Weakness = weakness });
        while (killAt > 0 && world.View is not { IsTerminal: true })
        {
            world.Continue(new Fault { Trace = world.Trace, Weakness = weakness });
        }

        return (world, new Recording(world));
    }
}
