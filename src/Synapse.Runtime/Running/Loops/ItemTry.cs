using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running.Loops;

/// <summary>Tries items of a loop, one after another, each as often as the loop's options say.</summary>
/// <param name="setting">What the loop is part of.</param>
/// <param name="window">Learns how long bodies take.</param>
/// <param name="codec">Writes results.</param>
/// <param name="body">The author's code.</param>
/// <param name="isToGoOn">Whether a failed item is still worth a try.</param>
internal sealed class ItemTry<T, TResult>(
    LoopSetting setting, LoopWindow window, Codec<TResult> codec, Func<T, CancellationToken, Task<TResult>> body, Func<bool> isToGoOn) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private Utf8JsonWriter? _json;

    /// <summary>No failure of an item: whatever the options say, the loop ends.</summary>
    public static bool EndsLoop(Exception failure) => failure is JournalException or StateException or DamageException or InDoubtException;

    /// <summary>
    /// The result as JSON. Each try is the item's first one to whatever it calls: the keys of its calls are those of the try
    /// before.
    /// </summary>
    public async Task<byte[]> RunAsync(Claim<T> claim, CancellationToken stop)
    {
        for (var failures = 1; ; failures++)
        {
            ItemPlace.Current = new ItemPlace(setting.Name, claim.Key, claim.IsInDoubt || failures > 1);
            TResult result;
            try
            {
                var started = Stopwatch.GetTimestamp();
                result = await body(claim.Item, stop);
                setting.ThrowIfFenced();
                window.BodyTook(Stopwatch.GetElapsedTime(started));
            }
            catch (Exception e) when (failures <= setting.Options.Retries && IsWorthRetrying(e) && isToGoOn())
            {
                var wait = RetryDelay.After(setting.Options.RetryDelay, failures);
                setting.Warn("Item {Key} failed, again in {Wait}: {Error}", claim.Key, Amount.Duration(wait), e.Message);
                await Task.Delay(wait, stop);
                continue;
            }
            finally
            {
                ItemPlace.Current = null;
            }

            return Encode(result);
        }
    }

    private bool IsWorthRetrying(Exception failure) => !EndsLoop(failure) && setting.Options.RetryWhen?.Invoke(failure) != false;

    public void Dispose() => _json?.Dispose();

    private byte[] Encode(TResult result)
    {
        _buffer.ResetWrittenCount();
        (_json ??= new Utf8JsonWriter(_buffer, JsonText.Compact)).Reset();
        codec.Write(_json, result);
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }
}

/// <summary>An item whose claim is on its way to the journal, or there.</summary>
/// <param name="Item">The item.</param>
/// <param name="Key">Its key.</param>
/// <param name="Ordinal">Its place in the loop.</param>
/// <param name="IsInDoubt">Whether an earlier attempt had begun it.</param>
internal readonly record struct Claim<T>(T Item, string Key, long Ordinal, bool IsInDoubt);
