using Synapse.Crash.Tests.Support;
using Synapse.Runtime.Journal;

namespace Synapse.Crash.Tests.Images;

/// <summary>Every change of a run's files and every effect it had, in order, and what is left of them when the power goes.</summary>
internal sealed class Recording
{
    private readonly World _world;
    private readonly List<FileCall> _calls;
    private readonly string _root;

    /// <param name="world">Its processes wrote the trace.</param>
    public Recording(World world)
    {
        _world = world;
        _root = world.Root;
        _calls = FileCall.Read(world.Trace);
    }

    public int Count => _calls.Count;

    /// <summary>How many calls there are up to and with each sync.</summary>
    public IEnumerable<int> Syncs => Enumerable.Range(1, Count).Where(count => _calls[count - 1].Kind == CallKind.Sync);

    /// <summary>Which calls make names durable: a kill before one leaves names that are only in the cache.</summary>
    public IEnumerable<int> NameSyncs
    {
        get
        {
            var folders = _calls.Where(call => call.Kind == CallKind.MakeDirectory).Select(call => call.Path).Append(_root).ToHashSet();
            return Syncs.Where(count => folders.Contains(_calls[count - 1].Path));
        }
    }

    public IEnumerable<FileCall> Calls => _calls;

    /// <summary>Everything applied and nothing lost: it must be what is in the folder.</summary>
    public void WriteAll(string target)
    {
        var disk = new Disk(_root);
        _calls.ForEach(disk.Apply);
        disk.Write(target, Loss.None);
    }

    /// <summary>The power goes after so many calls. Checks what is left, and that the run goes on from there.</summary>
    public void LosePower(int calls, string lost, int seed)
    {
        var disk = new Disk(_root);
        _calls.Take(calls).ToList().ForEach(disk.Apply);
        var end = calls == 0 ? 0 : _calls[calls - 1].End;
        var effects = _world.Counter.Effects.Where(effect => effect.Position <= end).ToList();
        using var after = new World(_world.Scenario, effects);
        disk.Write(after.Root, Loss.Of(lost, disk.Pending(), new Random(seed)));
        after.Observe();
        if (calls == Count && _world.View!.IsTerminal)
        {
            Assert.True(after.View?.State == _world.View.State, $"The run had ended as {_world.View.State} and is {after.View?.State}.");
        }

        after.NothingIsListedThatNeverBegan();
        Uploads.CheckImage(after);
        Assert.All(effects, effect => AllBeforeIsDurable(after.View!, effect));
        after.RunToEnd();
    }

    /// <summary>A body that ran shows that the steps before it were acknowledged.</summary>
    private static void AllBeforeIsDurable(JournalView journal, Effect effect)
    {
        var position = journal.Steps[effect.Step].Position;
        foreach (var (name, step) in journal.Steps)
        {
            if (!effect.IsRollback && step.Position < position)
            {
                Assert.True(step.State is not (StepState.Pending or StepState.Intent or StepState.Failed), $"{effect} happened, and {name} before it is {step.State}.");
            }
        }
    }
}
