namespace Synapse;

/// <summary>
/// Makes a method a step of its action. What it returns is journaled and handed, by exact type, to the later steps
/// that ask for it and to its own rollback. A finished step never runs again.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StepAttribute : Attribute
{
    /// <summary>The step's name in the journal and in progress. Default: the method's name in snake_case, without <c>Async</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The step's share of the overall progress, relative to the other steps. Greater than 0.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>The method that undoes the step: <c>nameof(Method)</c>. It may ask for the step's own output.</summary>
    public string? Rollback { get; set; }

    /// <summary>Whether the rollback also runs for a step that failed or was in flight, of which only part may exist.</summary>
    public bool RollbackInFlight { get; set; }

    /// <summary>The method that decides to skip the step: <c>nameof(Method)</c>, returning <c>string?</c>: null runs, a text is the reason.</summary>
    public string? SkipWhen { get; set; }

    /// <summary>
    /// How often a failed attempt is repeated before the step counts as failed. Default 0. Nothing is rolled back in between;
    /// finished loop items are not repeated.
    /// </summary>
    public int Retries { get; set; }

    /// <summary>Seconds before the first retry. The wait doubles with each further failure, up to five minutes, with a quarter of jitter. Default 1.</summary>
    public double RetryDelaySeconds { get; set; } = 1;

    /// <summary>
    /// Seconds that one attempt may take; then its token is cancelled and the attempt has failed. A body that does not stop
    /// then costs the process: it starts anew and goes on with the run. Default 0: no limit.
    /// </summary>
    public double TimeoutSeconds { get; set; }

    /// <summary>Runs this step before the one named: <c>nameof(Method)</c>.</summary>
    public string? Before { get; set; }

    /// <summary>Runs this step after the one named: <c>nameof(Method)</c>.</summary>
    public string? After { get; set; }

    /// <summary>Takes the place of the step of the same name that a step set brings.</summary>
    public bool Replace { get; set; }

    /// <summary>Makes this step's output the action's result. Default: the last step that returns something.</summary>
    public bool Result { get; set; }
}
