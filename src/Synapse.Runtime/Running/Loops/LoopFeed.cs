using System.Text;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;

namespace Synapse.Runtime.Running.Loops;

/// <summary>
/// The items that are still to run, in the order in which to claim them: those in doubt first, then the rest of the input.
/// </summary>
internal sealed class LoopFeed<T>
{
    private const int MaxKeyBytes = 1024;
    private const int VanishedShown = 5;

    // A collection may count more than will ever be read of it, and memory for keys is taken at once.
    private const long MaxForeseen = 1 << 24;

    private readonly LoopSetting _setting;
    private readonly LoopRow _row;
    private readonly IEnumerable<T> _items;
    private readonly Func<T, string> _key;
    private readonly KeyTable _table;
    private readonly WantedItems? _wanted;
    private readonly byte[] _buffer = new byte[MaxKeyBytes * 3];
    private long _nextOrdinal;
    private long _inDoubt;
    private long _done;
    private long _doneSeen;

    public LoopFeed(LoopSetting setting, LoopRow row, IEnumerable<T> items, Func<T, string> key)
    {
        _setting = setting;
        _row = row;
        _items = items;
        _key = key;
        _wanted = WantedItems.Of(setting, row);
        setting.Expect(_wanted?.Count);
        _table = new KeyTable(Math.Max(Math.Min(setting.Total ?? 0, MaxForeseen), row.Done + row.Failed));
        setting.Journal.Read(database =>
        {
            ItemReader.ScanKeys(database, row.Id, Know);
            return 0;
        });
        setting.ItemsKnown(_done);
    }

    /// <summary>Items of the input met so far, without those that the loop is not to take.</summary>
    public long Count { get; private set; }

    public IEnumerable<NextItem<T>> Read()
    {
        if (_inDoubt > 0)
        {
            _setting.Warn("{Count} items were in flight when the run stopped; they run first.", _inDoubt);
            foreach (var next in InDoubt())
            {
                yield return next;
            }
        }

        foreach (var next in Rest())
        {
            yield return next;
        }
    }

    /// <summary>What the input should have had, and had not. Finished items stay finished: what they did exists.</summary>
    /// <exception cref="RunException">There are some of those, and the loop's options say that this is a failure.</exception>
    public void JudgeVanished()
    {
        _wanted?.JudgeMissing(_setting);
        if (_doneSeen == _done)
        {
            return;
        }

        var shown = new List<string>();
        _setting.Journal.Read(database =>
        {
            ItemReader.ScanKeys(database, _row.Id, (_, key, state) =>
            {
                if (state == ItemState.Done && shown.Count < VanishedShown && _table.Find(KeyHash.Of(key)) is { State: not null, SeenAt: null })
                {
                    shown.Add(Encoding.UTF8.GetString(key));
                }
            });
            return 0;
        });
        if (_setting.Options.Vanished == VanishedItems.Fail)
        {
            throw new RunException(
                $"{_done - _doneSeen} finished items are no longer in the input of the loop. Among them: {string.Join(", ", shown)}");
        }

        _setting.Warn(
            "{Count} finished items are no longer in the input of the loop; what they did stays. Among them: {Keys}",
            _done - _doneSeen, string.Join(", ", shown));
    }

    // A second pass over the input instead of a buffer: only a key's item can be run, and it stands in the input.
    private IEnumerable<NextItem<T>> InDoubt()
    {
        var left = _inDoubt;
        long index = -1;
        foreach (var item in _items)
        {
            index++;
            var hash = Hash(item, out var key);
            if (_table.Find(hash) is { State: ItemState.Claimed, SeenAt: null } known)
            {
                _table.Meet(hash, index);
                yield return new NextItem<T>(item, key, known.Ordinal, ItemState.Claimed);
                if (--left == 0)
                {
                    yield break;
                }
            }
        }
    }

    private IEnumerable<NextItem<T>> Rest()
    {
        long index = -1;
        foreach (var item in _items)
        {
            index++;
            var hash = Hash(item, out var key);
            if (_wanted?.Take(hash) == false)
            {
                continue;
            }

            Count++;
            var known = _table.Meet(hash, index);
            if (known.SeenAt is { } first)
            {
                if (first != index && _setting.Options.Duplicates == DuplicateItems.Fail)
                {
                    throw new RunException(
                        $"Items {first} and {index} of the loop have the same key '{key}'. Keys must be unique within a loop; "
                        + "ForEachOptions.Duplicates = Skip takes the first of them.");
                }
            }
            else if (known.State == ItemState.Done)
            {
                _doneSeen++;
            }
            else
            {
                yield return new NextItem<T>(item, key, known.State is null ? _nextOrdinal++ : known.Ordinal, known.State);
            }
        }
    }

    private UInt128 Hash(T item, out string key)
    {
        key = _key(item) ?? throw new RunException("The key of a loop item is null.");
        if (!Encoding.UTF8.TryGetBytes(key, _buffer, out var length) || length > MaxKeyBytes)
        {
            throw new RunException($"The key '{key[..32]}…' of a loop item is longer than {MaxKeyBytes} bytes.");
        }

        return KeyHash.Of(_buffer.AsSpan(0, length));
    }

    private void Know(long ordinal, ReadOnlySpan<byte> key, ItemState state)
    {
        _table.AddKnown(KeyHash.Of(key), ordinal, state);
        _nextOrdinal = Math.Max(_nextOrdinal, ordinal + 1);
        _inDoubt += state == ItemState.Claimed ? 1 : 0;
        _done += state == ItemState.Done ? 1 : 0;
    }
}

/// <summary>An item to claim; <see cref="Before"/> is its journaled state, null for a new one.</summary>
internal readonly record struct NextItem<T>(T Item, string Key, long Ordinal, ItemState? Before);
