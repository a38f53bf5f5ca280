namespace Synapse.Runtime.Journal.Records;

/// <summary>A call that creates something on a backend is about to be sent.</summary>
internal sealed record EffectStarted(string Key, string Kind, EffectMode Mode, string? Digest) : JournalRecord;

internal sealed record EffectSettled(string Key, EffectState State, string? Reference) : JournalRecord
{
    public override bool IsProgress => true;
}
