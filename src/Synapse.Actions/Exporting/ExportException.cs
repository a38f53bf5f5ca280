namespace Synapse.Actions;

/// <summary>
/// Something cannot be exported. The message says what was found and what to do. Thrown by a hook, it is what becomes of the
/// item: it is not tried again.
/// </summary>
public sealed class ExportException : Exception
{
    /// <summary>Something that cannot be exported.</summary>
    /// <param name="message">What was found and what to do.</param>
    public ExportException(string message)
        : base(message)
    {
    }

    /// <summary>Something that cannot be exported, with its cause.</summary>
    /// <param name="message">What was found and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
