using System.Text;
using System.Text.Json;
using Synapse.Backends;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Json;
using Synapse.Runtime.Proof;
using Synapse.Runtime.Running.Loops;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>
/// Makes creating calls under keys that are the same for every repeat. Outside loops a call is journaled before and after;
/// inside a loop item the item's own row is the record, and a repeat is answered by the backend. Where the backend cannot
/// answer, nothing is guessed.
/// </summary>
internal sealed class EffectLedger(RunJournal journal, JournaledReading reading, int position, string stepKey, RunOptions options)
{
    private readonly BodyCalls _calls = new();

    public async Task<T> CallAsync<T>(EffectCall<T> call, CancellationToken ct)
    {
        var item = ItemPlace.Current;
        var calls = item?.Calls ?? _calls;
        var name = calls.Begin(call.Kind, call.Key);
        try
        {
            return item is null
                ? await CallJournaledAsync($"{stepKey}/{name}", call, ct)
                : await CallInItemAsync($"{stepKey}/{item.Path}/{name}", item, call, ct);
        }
        finally
        {
            calls.End(call.Kind, call.Key);
        }
    }

    private Task<T> CallInItemAsync<T>(string key, ItemPlace item, EffectCall<T> call, CancellationToken ct) =>
        item.IsInDoubt && IsUnsure(call.Kind) ? SettleAsync(key, call, ct) : call.Create(key, ct);

    private async Task<T> CallJournaledAsync<T>(string key, EffectCall<T> call, CancellationToken ct)
    {
        var known = journal.Read(database => JournalReader.FindEffect(database, key));
        if (known is not null && known.State != EffectState.Undone && known.Digest != call.Digest)
        {
            throw new RunException(
                $"The call {key} was made with '{known.Digest}' and is now repeated with '{call.Digest}'. "
                + "The calls of a step must be the same at every attempt, in the same order or with keys of their own; give what varies a step of its own.");
        }

        if (known is { State: EffectState.Done or EffectState.Assumed, Reference: { } answer })
        {
            return reading.Decode(position, $"answer of {call.Kind}", null, Encoding.UTF8.GetBytes(answer), call.Codec);
        }

        if (known is null or { State: EffectState.Undone })
        {
            journal.Commit(new EffectStarted(key, call.Kind, Mode(call.Kind), call.Digest));
            return await DoneAsync(key, call, EffectState.Done, call.Create(key, ct));
        }

        return IsUnsure(call.Kind)
            ? await DoneAsync(key, call, options.Assume is { IsDone: true } ? EffectState.Assumed : EffectState.Done, SettleAsync(key, call, ct))
            : await DoneAsync(key, call, EffectState.Done, call.Create(key, ct));
    }

    private async Task<T> DoneAsync<T>(string key, EffectCall<T> call, EffectState state, Task<T> answering)
    {
        var result = await answering;
        if (ProofSwitch.IsOn)
        {
            Failpoint.Reach(Failpoint.EffectAnswered);
        }

        journal.Commit(new EffectSettled(key, state, Encode(result, call.Codec)));
        return result;
    }

    private Task<T> SettleAsync<T>(string key, EffectCall<T> call, CancellationToken ct) => options.Assume switch
    {
        { Id: { } id } when call.Find is { } find => find(id, ct),
        { IsDone: true } => throw new InDoubtException(
            $"What {call.Kind} created has no single id, so it cannot be assumed done. Take it away on the backend, then resume with --assume not-done. Key: {key}"),
        { } => call.Create(key, ct),
        null => throw new InDoubtException(
            $"It is not known whether {call.Kind} of '{call.Digest}' reached the backend, which cannot tell. Look there: "
            + $"if it is not, resume with --assume not-done{(call.Find is null ? "" : "; if it is, with --assume done=ID")}. Key: {key}"),
    };

    private bool IsUnsure(string kind) => Mode(kind) == EffectMode.Manual;

    private EffectMode Mode(string kind) => options.Backend.CertaintyOf(kind) switch
    {
        CallCertainty.Exact => EffectMode.Exact,
        CallCertainty.ByContent => EffectMode.ByContent,
        _ => EffectMode.Manual,
    };

    private static string Encode<T>(T value, Codec<T> codec)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            codec.Write(json, value);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
