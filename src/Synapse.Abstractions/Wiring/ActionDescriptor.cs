using System.ComponentModel;
using Synapse.Journaling;

namespace Synapse.Wiring;

/// <summary>Everything the runtime knows about an action, as the generator wrote it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActionDescriptor
{
    private protected ActionDescriptor()
    {
    }

    /// <summary>The action's name in commands and on the platform.</summary>
    public required string Name { get; init; }

    /// <summary>The C# class or method, for instance <c>Fashion.Upload</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The action's kind.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>One sentence on what the action does.</summary>
    public string? Description { get; init; }

    /// <summary>How the platform starts the action.</summary>
    public RunMethod Method { get; init; }

    /// <summary>What becomes of finished steps when a later one fails.</summary>
    public OnFailure OnFailure { get; init; }

    /// <summary>Whether the author wrote steps; else <see cref="Steps"/> has the one step <c>execute</c>.</summary>
    public bool IsStepped { get; init; }

    /// <summary>The steps in the order in which they run.</summary>
    public required IReadOnlyList<StepDescriptor> Steps { get; init; }

    /// <summary>Position of the step whose output is the action's result, or -1.</summary>
    public int ResultStep { get; init; } = -1;

    /// <summary>The methods that the steps of its sets may call on the action's class.</summary>
    public IReadOnlyList<HookDescriptor> Hooks { get; init; } = [];

    /// <summary>The progress categories that the action reports.</summary>
    public IReadOnlyList<ProgressCategory> Categories { get; init; } = [];

    /// <summary>The parameters, or null for an action without.</summary>
    public abstract ParamsDescriptor? Parameters { get; }

    /// <summary>Makes the codecs of loop items known. Called once before a run.</summary>
    public Action? RegisterCodecs { get; init; }
}

/// <summary>An action with the types of its parameters and result.</summary>
/// <typeparam name="TParams">The parameters, or <see cref="NoParams"/>.</typeparam>
/// <typeparam name="TResult">The result, or <see cref="NoResult"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActionDescriptor<TParams, TResult> : ActionDescriptor
{
    /// <summary>The parameters, or null for an action without.</summary>
    public ParamsDescriptor<TParams>? Params { get; init; }

    /// <summary>Reads the result; null when there is none or when it is rows.</summary>
    public Codec<TResult>? Result { get; init; }

    /// <inheritdoc/>
    public override ParamsDescriptor? Parameters => Params;
}

/// <summary>Stands for the parameters of an action that has none.</summary>
public sealed record NoParams;

/// <summary>Stands for the result of an action that returns nothing.</summary>
public sealed record NoResult;
