using System.ComponentModel;
using Synapse.Journaling;

namespace Synapse.Wiring;

/// <summary>What one call of a step, a skip method or a rollback sees. Generated code reads its inputs and writes its output here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StepScope
{
    /// <summary>The action's context; generated code casts it to the action's own type.</summary>
    public abstract ActionContext Context { get; }

    /// <summary>The bound params, or null for an action without.</summary>
    public abstract object? Params { get; }

    /// <summary>Cancelled when the run is to stop.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Which attempt this is.</summary>
    public abstract StepAttempt Attempt { get; }

    /// <summary>Whether a step has an output: it finished and was not skipped.</summary>
    /// <param name="step">The step's position in the plan.</param>
    public abstract bool Has(int step);

    /// <summary>Reads a step's output back from its journaled bytes.</summary>
    /// <param name="step">The step's position in the plan.</param>
    /// <param name="codec">The output's codec.</param>
    public abstract T Read<T>(int step, Codec<T> codec);

    /// <summary>The rows of a step that journals row by row; in a rollback also those of an unfinished step.</summary>
    /// <param name="step">The step's position in the plan.</param>
    /// <param name="codec">A row's codec.</param>
    public abstract DurableList<T> ReadRows<T>(int step, Codec<T> codec);

    /// <summary>Takes the step's output; it is journaled when the call returned.</summary>
    public abstract void Write<T>(T value, Codec<T> codec);

    /// <summary>Drains a step's rows into the journal.</summary>
    public abstract Task WriteRowsAsync<T>(IAsyncEnumerable<T> rows, Codec<T> codec);

    /// <summary>Takes a durable list as the step's output: by reference when it is a loop of this step, else row by row.</summary>
    public abstract Task WriteRowsAsync<T>(DurableList<T> rows, Codec<T> codec);
}
