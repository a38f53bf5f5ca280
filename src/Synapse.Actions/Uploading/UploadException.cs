namespace Synapse.Actions;

/// <summary>An upload cannot be done. The message says what was found and what to do.</summary>
public sealed class UploadException : Exception
{
    /// <summary>An upload that cannot be done.</summary>
    /// <param name="message">What was found and what to do.</param>
    public UploadException(string message)
        : base(message)
    {
    }
}
