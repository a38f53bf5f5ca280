using System.Buffers;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading.Channels;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Json;
using Synapse.Runtime.Proof;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running.Loops;

/// <summary>
/// One loop of one attempt: items are claimed durably, then run, then their results are journaled.
/// In the rollback phase every item gets its try; forward, the first failure ends the loop.
/// </summary>
internal sealed class DurableLoop<T, TResult> : IItemObserver
{
    private readonly LoopSetting _setting;
    private readonly LoopRow _row;
    private readonly ItemLoop _loop;
    private readonly Codec<TResult> _codec;
    private readonly Func<T, CancellationToken, Task<TResult>> _body;
    private readonly CancellationToken _stop;
    private readonly LoopWindow _window;
    private readonly ClaimGate _gate;
    private readonly Channel<Claim> _ready = Channel.CreateUnbounded<Claim>();
    private readonly Queue<Claim> _claiming = new();
    private readonly StrictResults? _strict;
    private Exception? _failure;
    private Exception? _firstFailure;
    private long _failed;

    public DurableLoop(
        LoopSetting setting, LoopRow row, Codec<TResult> codec, Func<T, CancellationToken, Task<TResult>> body, CancellationToken stop)
    {
        _setting = setting;
        _row = row;
        _loop = new ItemLoop(row.Id, this);
        _codec = codec;
        _body = body;
        _stop = stop;
        _window = new LoopWindow(setting.Parallelism);
        _gate = new ClaimGate(_window);
        _strict = setting.Options.Durability == ItemDurability.Strict ? new StrictResults() : null;
    }

    private RunJournal Journal => _setting.Journal;

    private bool GoesOn => _setting.Phase == JournalPhase.Rollback || Volatile.Read(ref _failure) is null;

    public async Task<LoopRow> RunAsync(IEnumerable<T> items, Func<T, string> key)
    {
        var feed = new LoopFeed<T>(_setting, _row, items, key);
        var workers = new Task[_setting.Parallelism];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = Task.Run(WorkAsync, CancellationToken.None);
        }

        try
        {
            await Task.Run(() => ClaimAllAsync(feed), CancellationToken.None);
        }
        catch (Exception e)
        {
            Fail(e);
        }

        await FinishAsync(workers);
        _stop.ThrowIfCancellationRequested();
        ThrowFailure(feed.Count);
        feed.JudgeVanished();
        return Journal.Read(database => JournalReader.FindLoop(database, _row.Id))!;
    }

    void IItemObserver.Durable(in ItemMove move)
    {
        if (move.State != ItemState.Claimed)
        {
            _gate.Finished();
            _strict?.Durable(move.Ordinal);
            return;
        }

        Claim claim;
        lock (_claiming)
        {
            claim = _claiming.Dequeue();
        }

        _ready.Writer.TryWrite(claim);
    }

    void IItemObserver.BatchCommitted(int finished) => _gate.BatchCommitted(finished);

    void IItemObserver.Broken(Exception cause)
    {
        Fail(cause);
        _ready.Writer.TryComplete();
        _gate.Open();
        _strict?.Open();
    }

    private async Task ClaimAllAsync(LoopFeed<T> feed)
    {
        foreach (var next in feed.Read())
        {
            await _gate.WaitAsync(_stop);
            if (!GoesOn || _stop.IsCancellationRequested)
            {
                return;
            }

            var claim = new Claim(next.Item, next.Key, next.Ordinal, next.Before is not null);
            lock (_claiming)
            {
                _claiming.Enqueue(claim);
                Journal.Items.Enqueue(new ItemMove(
                    _loop, next.Ordinal, ItemState.Claimed, _setting.Attempt, next.Before is null ? next.Key : null, null, null, next.Before));
            }
        }
    }

    // Bodies that run are let finish: their effects exist, so their results must be journaled too.
    private async Task FinishAsync(Task[] workers)
    {
        try
        {
            if (GoesOn && !_stop.IsCancellationRequested)
            {
                Journal.Items.Drain();
            }
            else
            {
                DropClaims();
            }
        }
        catch (JournalException e)
        {
            Fail(e);
        }

        _ready.Writer.TryComplete();
        await Task.WhenAll(workers);
        Journal.Items.Drain();
    }

    private void DropClaims()
    {
        Journal.Items.DropClaims(_loop);
        Journal.Items.Drain();
    }

    private async Task WorkAsync()
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, JsonText.Compact);
        await foreach (var claim in _ready.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (!GoesOn || _stop.IsCancellationRequested)
            {
                continue;
            }

            await RunOneAsync(claim, buffer, json);
        }
    }

    private async Task RunOneAsync(Claim claim, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        try
        {
            var result = await BodyAsync(claim);
            buffer.ResetWrittenCount();
            json.Reset();
            _codec.Write(json, result);
            await json.FlushAsync(CancellationToken.None);
            if (ProofSwitch.IsOn)
            {
                Failpoint.Reach(Failpoint.ItemFinished);
            }

            var durable = _strict?.Expect(claim.Ordinal);
            Journal.Items.Enqueue(new ItemMove(
                _loop, claim.Ordinal, ItemState.Done, _setting.Attempt, null, buffer.WrittenSpan.ToArray(), null, ItemState.Claimed));
            _setting.ItemFinished();
            if (durable is not null)
            {
                await durable;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Not known finished: the item stays claimed, and is the first to run at a resume.
        }
        catch (Exception e)
        {
            FailItem(claim, e);
        }
    }

    // Each try is the item's first one to whatever it calls: the keys of its calls are those of the try before.
    private async Task<TResult> BodyAsync(Claim claim)
    {
        for (var failures = 1; ; failures++)
        {
            ItemPlace.Current = new ItemPlace(_setting.Name, claim.Key, claim.IsInDoubt || failures > 1);
            try
            {
                var started = Stopwatch.GetTimestamp();
                var result = await _body(claim.Item, _stop);
                _setting.ThrowIfFenced();
                _window.BodyTook(Stopwatch.GetElapsedTime(started));
                return result;
            }
            catch (Exception e) when (failures <= _setting.Options.Retries && !IsOfRun(e) && GoesOn && !_stop.IsCancellationRequested)
            {
                var wait = RetryDelay.After(_setting.Options.RetryDelay, failures);
                _setting.Warn("Item {Key} failed, again in {Wait}: {Error}", claim.Key, Amount.Duration(wait), e.Message);
                await Task.Delay(wait, _stop);
            }
            finally
            {
                ItemPlace.Current = null;
            }
        }
    }

    private void FailItem(Claim claim, Exception failure)
    {
        if (IsOfRun(failure))
        {
            Fail(failure);
            return;
        }

        if (_stop.IsCancellationRequested)
        {
            return;
        }

        Interlocked.CompareExchange(ref _firstFailure, failure, null);
        if (Interlocked.Increment(ref _failed) > _setting.Options.AllowedFailures)
        {
            Fail(failure);
        }

        _setting.Danger("Item {Key} failed: {Error}", claim.Key, failure.Message);
        Journal.Items.Enqueue(new ItemMove(
            _loop, claim.Ordinal, ItemState.Failed, _setting.Attempt, null, null, RunError.From(failure).ToJson(), ItemState.Claimed));
    }

    // Items that are claimed and will not run any more never finish, so whoever waits for them to must be let go.
    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        if (!GoesOn)
        {
            _gate.Open();
        }
    }

    private void ThrowFailure(long count)
    {
        if (_failure is null)
        {
            return;
        }

        if (IsOfRun(_failure))
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        if (_firstFailure is { } first && (_failed > 1 || _setting.Phase == JournalPhase.Rollback))
        {
            throw new RunException($"{_failed} of {count} items failed. The first: {first.Message}", first);
        }

        ExceptionDispatchInfo.Throw(_failure);
    }

    /// <summary>No failure of an item: whatever the options say, the loop ends.</summary>
    private static bool IsOfRun(Exception failure) => failure is JournalException or StateException or DamageException or InDoubtException;

    private readonly record struct Claim(T Item, string Key, long Ordinal, bool IsInDoubt);
}
