using System.Text;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running.Loops;

/// <summary>
/// The items that a loop is to take, in a run that retries what failed in another one. Keys that failed in other loops count
/// too: an item that a later step refused must pass the earlier ones again.
/// </summary>
internal sealed class WantedItems
{
    private const int Shown = 5;

    private readonly IReadOnlyList<string> _here;
    private readonly HashSet<UInt128> _keys;
    private readonly HashSet<UInt128> _met = [];

    private WantedItems(IReadOnlyList<string> here, IEnumerable<string> all)
    {
        _here = here;
        _keys = [.. all.Select(Hash)];
    }

    public int Count => _keys.Count;

    /// <summary>Null where the loop takes all there is: in other runs, and where nothing failed.</summary>
    public static WantedItems? Of(LoopSetting setting, LoopRow loop) => loop.Phase != JournalPhase.Forward
        ? null
        : setting.Journal.Read(database => JournalReader.ReadWanted(database, loop.Position, loop.Name) is { Count: > 0 } here
            ? new WantedItems(here, JournalReader.ReadWanted(database))
            : null);

    public bool Take(UInt128 key)
    {
        if (!_keys.Contains(key))
        {
            return false;
        }

        _met.Add(key);
        return true;
    }

    /// <summary>Items that failed in this loop and are no longer in its input must not be passed over in silence.</summary>
    public void JudgeMissing(LoopSetting setting)
    {
        var missing = _here.Where(key => !_met.Contains(Hash(key))).ToList();
        if (missing.Count > 0)
        {
            setting.Warn(
                "{Count} items that failed are not in the input of the loop, so they were not retried. Among them: {Keys}",
                missing.Count, string.Join(", ", missing.Take(Shown)));
        }
    }

    private static UInt128 Hash(string key) => KeyHash.Of(Encoding.UTF8.GetBytes(key));
}
