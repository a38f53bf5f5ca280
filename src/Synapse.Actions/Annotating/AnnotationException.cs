namespace Synapse.Actions;

/// <summary>A pre-annotation, or a task of it, cannot be done. The message says what was found and what to do.</summary>
public sealed class AnnotationException : Exception
{
    /// <summary>A pre-annotation that cannot be done.</summary>
    /// <param name="message">What was found and what to do.</param>
    public AnnotationException(string message)
        : base(message)
    {
    }

    /// <summary>Whether another try may do.</summary>
    internal bool IsTransient { get; init; }
}
