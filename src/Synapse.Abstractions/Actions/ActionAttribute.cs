namespace Synapse;

/// <summary>What every action attribute can say.</summary>
public abstract class ActionAttribute : Attribute
{
    private protected ActionAttribute()
    {
    }

    /// <summary>The action's name in commands and on the platform. Default: the class's name in snake_case.</summary>
    public string? Name { get; set; }

    /// <summary>One sentence for help and the platform. Default: the <c>///</c> summary of the class.</summary>
    public string? Description { get; set; }

    /// <summary>How the platform starts the action.</summary>
    public RunMethod Method { get; set; }

    /// <summary>What becomes of finished steps when a later one fails. Default: rolled back; training and pre-annotation keep.</summary>
    public OnFailure OnFailure { get; set; }
}

/// <summary>How the platform starts an action.</summary>
public enum RunMethod
{
    /// <summary>A job of its own: a process per run.</summary>
    Job,

    /// <summary>A task inside a running worker.</summary>
    Task,

    /// <summary>A replica that answers requests.</summary>
    Serve,
}

/// <summary>What becomes of finished steps when a later one fails.</summary>
public enum OnFailure
{
    /// <summary>What the action's kind does: training and pre-annotation keep, everything else rolls back.</summary>
    Default,

    /// <summary>Finished steps are undone in reverse order.</summary>
    Rollback,

    /// <summary>Finished steps stay; <c>resume</c> goes on after the failure.</summary>
    Keep,
}
