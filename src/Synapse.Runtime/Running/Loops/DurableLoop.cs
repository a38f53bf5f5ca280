using System.Runtime.ExceptionServices;
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
    private readonly Channel<Claim<T>> _ready = Channel.CreateUnbounded<Claim<T>>();
    private readonly Queue<Claim<T>> _claiming = new();
    private readonly StrictResults? _strict;
    private Exception? _failure;
    private Exception? _firstFailure;

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

        Claim<T> claim;
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

            var claim = new Claim<T>(next.Item, next.Key, next.Ordinal, next.Before is not null);
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
        using var item = new ItemTry<T, TResult>(_setting, _window, _codec, _body, () => GoesOn && !_stop.IsCancellationRequested);
        await foreach (var claim in _ready.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (!GoesOn || _stop.IsCancellationRequested)
            {
                continue;
            }

            await RunOneAsync(claim, item);
        }
    }

    private async Task RunOneAsync(Claim<T> claim, ItemTry<T, TResult> item)
    {
        try
        {
            var result = await item.RunAsync(claim, _stop);
            if (ProofSwitch.IsOn)
            {
                Failpoint.Reach(Failpoint.ItemFinished);
            }

            var durable = _strict?.Expect(claim.Ordinal);
            Journal.Items.Enqueue(new ItemMove(_loop, claim.Ordinal, ItemState.Done, _setting.Attempt, null, result, null, ItemState.Claimed));
            Tell(_setting.ItemFinished());
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

    private void FailItem(Claim<T> claim, Exception failure)
    {
        if (ItemTry<T, TResult>.EndsLoop(failure))
        {
            Fail(failure);
            return;
        }

        if (_stop.IsCancellationRequested)
        {
            return;
        }

        Interlocked.CompareExchange(ref _firstFailure, failure, null);
        var progress = _setting.ItemFailed();
        if (progress.Failed > _setting.Options.AllowedFailures)
        {
            Fail(failure);
        }

        _setting.Danger("Item {Key} failed: {Error}", claim.Key, failure.Message);
        Journal.Items.Enqueue(new ItemMove(
            _loop, claim.Ordinal, ItemState.Failed, _setting.Attempt, null, null, RunError.From(failure).ToJson(), ItemState.Claimed));
        Tell(progress);
    }

    // What the author's listener throws is no failure of the item, whose result is on its way to the disk.
    private void Tell(in LoopProgress progress)
    {
        try
        {
            _setting.Options.Progress?.Invoke(progress);
        }
        catch (Exception e)
        {
            Fail(e);
        }
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

        if (ItemTry<T, TResult>.EndsLoop(_failure))
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        if (_firstFailure is { } first && (_setting.Failed > 1 || _setting.Phase == JournalPhase.Rollback))
        {
            throw new RunException($"{_setting.Failed} of {count} items failed. The first: {first.Message}", first);
        }

        ExceptionDispatchInfo.Throw(_failure);
    }
}
