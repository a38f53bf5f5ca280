using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>A change with an answer.</summary>
internal abstract class PendingWrite<T> : PendingWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BackendException? _refusal;
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Refuse(BackendException refusal)
    {
        _refusal = refusal;
        IsSettled = true;
    }

    public override void Complete()
    {
        if (_refusal is { } refusal)
        {
            _done.SetException(refusal);
        }
        else
        {
            _done.SetResult(_result!);
        }
    }

    public override void Fail(Exception cause) => _done.SetException(cause);

    protected void Settle(T result)
    {
        _result = result;
        IsSettled = true;
    }
}
