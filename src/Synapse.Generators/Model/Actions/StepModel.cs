using Synapse.Generators.Parsing.Codecs;

namespace Synapse.Generators.Model.Actions;

/// <summary>One step in its final place.</summary>
internal sealed record StepModel(
    string Name,
    string Identifier,
    string Display,
    string Weight,
    PolicyModel Policy,
    CallModel Run,
    CallModel? Skip,
    CallModel? Rollback,
    string? RollbackName,
    bool RollbackInFlight,
    OutputModel? Output,
    EquatableArray<InputModel> Inputs,
    string Fingerprint)
{
    /// <summary>What its author says of it.</summary>
    public string? Summary { get; init; }
}

/// <summary>What happens when an attempt fails or takes long; numbers as literals.</summary>
internal sealed record PolicyModel(string Retries, string RetryDelaySeconds, string? TimeoutSeconds)
{
    public static readonly PolicyModel None = new("0", "1", null);
}

/// <summary>What a step hands on.</summary>
/// <param name="Display">The type as people write it.</param>
/// <param name="Codec">The codec of the value, or of one row.</param>
/// <param name="Rows">How rows come, when the output is journaled row by row.</param>
internal sealed record OutputModel(string Display, CodecReference Codec, RowsFrom Rows);

/// <summary>How the rows of an output come.</summary>
internal enum RowsFrom
{
    /// <summary>The output is one value.</summary>
    None,

    /// <summary>An <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    Stream,

    /// <summary>A <c>DurableList&lt;T&gt;</c>.</summary>
    List,
}

/// <summary>An output of an earlier step that a step takes.</summary>
internal sealed record InputModel(string Display, int Step);

/// <summary>One call of an author's method.</summary>
/// <param name="Owner">The class, with <c>global::</c>.</param>
/// <param name="Constructor">What its constructor takes; null for a static method.</param>
/// <param name="Method">The method's name, escaped.</param>
/// <param name="Arguments">What it takes, in order.</param>
/// <param name="IsAwaited">Whether it returns a task.</param>
internal sealed record CallModel(
    string Owner,
    EquatableArray<ArgumentModel>? Constructor,
    string Method,
    EquatableArray<ArgumentModel> Arguments,
    bool IsAwaited);

/// <summary>One argument of a call.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The parameter's type with <c>global::</c>, without a nullable mark.</param>
/// <param name="IsNullable">Whether null stands for a skipped step.</param>
/// <param name="Step">The position of the step that makes it, for outputs.</param>
/// <param name="Codec">The output's codec, for outputs.</param>
internal sealed record ArgumentModel(ArgumentKind Kind, string Name, string Type, bool IsNullable = false, int Step = -1, CodecReference? Codec = null);

/// <summary>Where an argument comes from.</summary>
internal enum ArgumentKind
{
    /// <summary>The run's token.</summary>
    CancellationToken,

    /// <summary>Which attempt it is.</summary>
    Attempt,

    /// <summary>The context of the action's kind.</summary>
    Context,

    /// <summary>The bound params.</summary>
    Params,

    /// <summary>The backend, for constructors.</summary>
    Backend,

    /// <summary>The clock, for constructors.</summary>
    Clock,

    /// <summary>A logger into the run's log, for constructors.</summary>
    Logger,

    /// <summary>The action's hooks; the name is that of the class that passes calls on.</summary>
    Hooks,

    /// <summary>One value that a step handed on.</summary>
    Output,

    /// <summary>Rows that a step handed on.</summary>
    Rows,
}
