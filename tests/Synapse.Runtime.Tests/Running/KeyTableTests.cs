using Synapse.Runtime.Journal;
using Synapse.Runtime.Running.Loops;

namespace Synapse.Runtime.Tests.Running;

public sealed class KeyTableTests
{
    [Fact]
    public void Every_key_is_found_again_after_growing()
    {
        var table = new KeyTable(0);
        for (var i = 0; i < 10_000; i++)
        {
            table.AddKnown(Hash(i), i, (ItemState)(i % 3));
        }

        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(new KeyEntry((ItemState)(i % 3), i, null), table.Find(Hash(i)));
        }
    }

    [Fact]
    public void First_meeting_is_remembered()
    {
        var table = new KeyTable(10);
        table.AddKnown(Hash(1), 7, ItemState.Claimed);
        Assert.Equal(new KeyEntry(ItemState.Claimed, 7, null), table.Meet(Hash(1), 3));
        Assert.Equal(3, table.Meet(Hash(1), 9).SeenAt);
        Assert.Equal(new KeyEntry(null, 0, null), table.Meet(Hash(2), 4));
        Assert.Equal(4, table.Meet(Hash(2), 5).SeenAt);
    }

    [Fact]
    public void Hashes_of_similar_keys_differ()
    {
        var hashes = Enumerable.Range(0, 200_000).Select(Hash).ToHashSet();
        Assert.Equal(200_000, hashes.Count);
    }

    private static UInt128 Hash(int i) => KeyHash.Of(System.Text.Encoding.UTF8.GetBytes($"folder/file-{i:D8}.png"));
}
