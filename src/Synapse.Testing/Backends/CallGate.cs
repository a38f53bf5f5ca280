using System.Runtime.CompilerServices;

namespace Synapse.Testing;

/// <summary>What every call of a run goes through on its way to the backend: it is recorded, and may meet a fault.</summary>
internal sealed class CallGate(IReadOnlyList<Fault> faults)
{
    private readonly List<MadeCall> _made = [];

    /// <summary>The calls so far, in the order in which they ended.</summary>
    public IReadOnlyList<MadeCall> Made
    {
        get
        {
            lock (_made)
            {
                return [.. _made];
            }
        }
    }

    public async Task<T> PassAsync<T>(CallSubject call, Func<Task<T>> make, CancellationToken ct)
    {
        var isDone = false;
        try
        {
            var fault = await MeetAsync(call, ct);
            if (fault is { Kind: FaultKind.Fail })
            {
                throw fault.Error(call);
            }

            var answer = await make();
            isDone = true;
            if (fault is not null)
            {
                throw fault.Error(call);
            }

            Record(call, isDone, null);
            return answer;
        }
        catch (Exception e)
        {
            Record(call, isDone, e);
            throw;
        }
    }

    public Task PassAsync(CallSubject call, Func<Task> make, CancellationToken ct) => PassAsync(
        call,
        async () =>
        {
            await make();
            return true;
        },
        ct);

    /// <summary>A list is one call, which fails or gets through when its first item is asked for.</summary>
    public async IAsyncEnumerable<T> PassAsync<T>(CallSubject call, IAsyncEnumerable<T> list, [EnumeratorCancellation] CancellationToken ct)
    {
        await PassAsync(call, () => Task.CompletedTask, ct);
        await foreach (var item in list.WithCancellation(ct))
        {
            yield return item;
        }
    }

    /// <summary>Waits out the delays. The fault that strikes is returned, if one does.</summary>
    private async Task<Fault?> MeetAsync(CallSubject call, CancellationToken ct)
    {
        Fault? first = null;
        foreach (var fault in faults)
        {
            if (!fault.Strikes(call))
            {
                continue;
            }

            if (fault.Kind == FaultKind.Delay)
            {
                await Task.Delay(fault.Time, ct);
            }
            else
            {
                first ??= fault;
            }
        }

        return first;
    }

    private void Record(CallSubject call, bool isDone, Exception? failure)
    {
        lock (_made)
        {
            _made.Add(new(call, isDone, failure));
        }
    }
}
