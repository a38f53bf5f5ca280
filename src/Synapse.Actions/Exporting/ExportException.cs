namespace Synapse.Actions;

/// <summary>Something cannot be exported. The message says what was found and what to do.</summary>
public sealed class ExportException : Exception
{
    /// <summary>Something that cannot be exported.</summary>
    /// <param name="message">What was found and what to do.</param>
    public ExportException(string message)
        : base(message)
    {
    }
}
