using System.ComponentModel;

namespace Synapse.Wiring;

/// <summary>One step of a plan, as the generator wrote it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepDescriptor
{
    /// <summary>The step's name in the journal.</summary>
    public required string Name { get; init; }

    /// <summary>The C# method, for instance <c>Upload.Send</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Share of the overall progress, relative to the other steps.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How often a failed attempt is repeated.</summary>
    public int Retries { get; init; }

    /// <summary>The wait before the first retry; it doubles with each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The time that one attempt may take, or null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Which outputs of earlier steps the step takes.</summary>
    public IReadOnlyList<StepInput> Inputs { get; init; } = [];

    /// <summary>The type that the step returns as people write it, or null when it returns nothing.</summary>
    public string? Output { get; init; }

    /// <summary>Whether the output is journaled row by row.</summary>
    public bool OutputIsRows { get; init; }

    /// <summary>What must not change between a crash and a resume: name, output shape, inputs, whether there is a rollback.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Runs the step's body.</summary>
    public required Func<StepScope, ValueTask> Run { get; init; }

    /// <summary>Decides to skip the step: null runs it, a text is the reason.</summary>
    public Func<StepScope, ValueTask<string?>>? Skip { get; init; }

    /// <summary>Undoes the step.</summary>
    public Func<StepScope, ValueTask>? Rollback { get; init; }

    /// <summary>Whether the rollback also runs for a failed or unfinished step.</summary>
    public bool RollbackInFlight { get; init; }
}

/// <summary>An output that a step takes.</summary>
/// <param name="Type">The type as people write it.</param>
/// <param name="Step">Position of the step that makes it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StepInput(string Type, int Step);
