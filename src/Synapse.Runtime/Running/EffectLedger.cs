using System.Text;
using System.Text.Json;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Proof;
using Synapse.Runtime.Running.Loops;

namespace Synapse.Runtime.Running;

/// <summary>
/// Makes creating calls under keys that are the same for every repeat. Outside loops a call is journaled before and after;
/// inside a loop item the item's own row is the record, and a repeat is answered by the backend.
/// </summary>
internal sealed class EffectLedger(RunJournal journal, string stepKey)
{
    private readonly CallCounter _calls = new();

    public Task<T> CallAsync<T>(
        string kind, string digest, Codec<T> codec, Func<string, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        if (ItemPlace.Current is { } item)
        {
            return call($"{stepKey}/{item.Path}/{kind}/{item.Calls.Next(kind)}", ct);
        }

        return CallJournaledAsync($"{stepKey}/{kind}/{_calls.Next(kind)}", kind, digest, codec, call, ct);
    }

    private async Task<T> CallJournaledAsync<T>(
        string key, string kind, string digest, Codec<T> codec, Func<string, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        var known = journal.Read(database => JournalReader.FindEffect(database, key));
        if (known is not null && known.State != EffectState.Undone && known.Digest != digest)
        {
            throw new RunException(
                $"The call {key} was made with '{known.Digest}' and is now repeated with '{digest}'. "
                + "The calls of a step must be the same at every attempt; give what varies a step of its own.");
        }

        if (known is { State: EffectState.Done or EffectState.Assumed, Reference: { } answer })
        {
            return Decode(answer, codec);
        }

        if (known is null or { State: EffectState.Undone })
        {
            journal.Commit(new EffectStarted(key, kind, EffectMode.Exact, digest));
        }

        var result = await call(key, ct);
        if (ProofSwitch.IsOn)
        {
            Failpoint.Reach(Failpoint.EffectAnswered);
        }

        journal.Commit(new EffectSettled(key, EffectState.Done, Encode(result, codec)));
        return result;
    }

    private static string Encode<T>(T value, Codec<T> codec)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            codec.Write(json, value);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static T Decode<T>(string text, Codec<T> codec)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        reader.Read();
        return codec.Read(ref reader);
    }
}
