namespace Synapse.Runtime.Journal.Items;

/// <summary>One item's change of state. A value, because there are millions of them.</summary>
internal readonly record struct ItemMove(
    ItemLoop Loop, long Ordinal, ItemState State, int Attempt, string? Key, byte[]? Result, string? Error, ItemState? Before);
