namespace Synapse.Backends;

/// <summary>A backend could not do what was asked. The message says which call, which id, and what to do.</summary>
public sealed class BackendException : Exception
{
    /// <summary>A failure with a message for people.</summary>
    /// <param name="message">Which call, which id, what to do.</param>
    public BackendException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    /// <param name="message">Which call, which id, what to do.</param>
    /// <param name="innerException">The cause.</param>
    public BackendException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the same call may succeed later: nothing answered, or the answer was that it is too busy. False for what no
    /// repeat changes, such as an id that does not exist or data that does not fit.
    /// </summary>
    public bool IsTransient { get; init; }
}
