using System.Buffers;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading.Channels;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Proof;

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
    private Exception? _failure;
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
        feed.WarnOfVanished();
        return Journal.Read(database => JournalReader.FindLoop(database, _row.Id))!;
    }

    void IItemObserver.Durable(in ItemMove move)
    {
        if (move.State != ItemState.Claimed)
        {
            _gate.Finished();
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

            var claim = new Claim(next.Item, next.Key, next.Ordinal);
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
        await using var json = new Utf8JsonWriter(buffer);
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
        ItemPlace.Current = new ItemPlace(_setting.Name, claim.Key);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await _body(claim.Item, _stop);
            _setting.ThrowIfFenced();
            buffer.ResetWrittenCount();
            json.Reset();
            _codec.Write(json, result);
            await json.FlushAsync(CancellationToken.None);
            _window.BodyTook(Stopwatch.GetElapsedTime(started));
            if (ProofSwitch.IsOn)
            {
                Failpoint.Reach(Failpoint.ItemFinished);
            }

            Journal.Items.Enqueue(new ItemMove(
                _loop, claim.Ordinal, ItemState.Done, _setting.Attempt, null, buffer.WrittenSpan.ToArray(), null, ItemState.Claimed));
            _setting.ItemFinished();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Not known finished: the item stays claimed, and is the first to run at a resume.
        }
        catch (Exception e)
        {
            Fail(e);
            FailItem(claim, e);
        }
        finally
        {
            ItemPlace.Current = null;
        }
    }

    private void FailItem(Claim claim, Exception failure)
    {
        if (failure is JournalException || _stop.IsCancellationRequested)
        {
            return;
        }

        Interlocked.Increment(ref _failed);
        _setting.Danger("Item {Key} failed: {Error}", claim.Key, failure.Message);
        Journal.Items.Enqueue(new ItemMove(
            _loop, claim.Ordinal, ItemState.Failed, _setting.Attempt, null, null, RunError.From(failure).ToJson(), ItemState.Claimed));
    }

    private void Fail(Exception failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    private void ThrowFailure(long count)
    {
        if (_failure is null)
        {
            return;
        }

        if (_failure is JournalException)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        if (_failed > 1 || (_setting.Phase == JournalPhase.Rollback && _failed > 0))
        {
            throw new RunException($"{_failed} of {count} items failed. The first: {_failure.Message}", _failure);
        }

        ExceptionDispatchInfo.Throw(_failure);
    }

    private readonly record struct Claim(T Item, string Key, long Ordinal);
}
