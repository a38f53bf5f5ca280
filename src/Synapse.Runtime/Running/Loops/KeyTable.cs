using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running.Loops;

/// <summary>
/// What a loop knows of each key: the journaled item, and where in the input it was met. Open addressing over two
/// arrays, 24 bytes a slot, because a loop may have millions of items.
/// </summary>
internal sealed class KeyTable
{
    private const double MaxLoad = 0.75;
    private const int StateBits = 3;
    private const long StateMask = (1 << StateBits) - 1;
    private const long SeenBit = 1L << 62;

    private UInt128[] _keys;
    private long[] _values;
    private int _count;

    public KeyTable(long expected)
    {
        var size = (int)Math.Min(Math.Max(64, expected / MaxLoad + 1), Array.MaxLength);
        _keys = new UInt128[size];
        _values = new long[size];
    }

    /// <summary>Notes an item of an earlier attempt.</summary>
    public void AddKnown(UInt128 key, long ordinal, ItemState state) => Slot(key) = (ordinal << StateBits) | ((long)state + 1);

    /// <summary>Notes that a key was met at an index of the input.</summary>
    public KeyEntry Meet(UInt128 key, long index)
    {
        ref var value = ref Slot(key);
        var entry = Decode(value);
        if (entry.SeenAt is null)
        {
            value = SeenBit | (index << StateBits) | (value & StateMask);
        }

        return entry;
    }

    public KeyEntry Find(UInt128 key) => Decode(_values[Index(_keys, _values, key)]);

    private static KeyEntry Decode(long value)
    {
        var state = (int)(value & StateMask) - 1;
        var number = (value & ~SeenBit) >> StateBits;
        var seen = (value & SeenBit) != 0;
        return new KeyEntry(state < 0 ? null : (ItemState)state, seen ? -1 : number, seen ? number : null);
    }

    private ref long Slot(UInt128 key)
    {
        if (_count + 1 > _keys.Length * MaxLoad)
        {
            Grow();
        }

        var index = Index(_keys, _values, key);
        if (_values[index] == 0)
        {
            _keys[index] = key;
            _count++;
        }

        return ref _values[index];
    }

    // A value of 0 is a free slot: whatever is stored has its state or its seen bit set. The hash scaled to the size is where
    // to look first: any size will do, so that a table whose size is known holds no more than it must.
    private static int Index(UInt128[] keys, long[] values, UInt128 key)
    {
        var index = (int)Math.BigMul((ulong)key, (ulong)keys.Length, out _);
        while (values[index] != 0 && keys[index] != key)
        {
            index = index + 1 == keys.Length ? 0 : index + 1;
        }

        return index;
    }

    private void Grow()
    {
        var keys = new UInt128[_keys.Length * 2];
        var values = new long[keys.Length];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_values[i] != 0)
            {
                var index = Index(keys, values, _keys[i]);
                keys[index] = _keys[i];
                values[index] = _values[i];
            }
        }

        (_keys, _values) = (keys, values);
    }
}

/// <summary>An item's journaled state if it has one, its ordinal, and where the input named it first.</summary>
internal readonly record struct KeyEntry(ItemState? State, long Ordinal, long? SeenAt);
