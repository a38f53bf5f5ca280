namespace Synapse;

/// <summary>A program could not be started, or ended with a failure. The message says which and why, with the last lines it wrote to standard error.</summary>
public sealed class ProcessException : Exception
{
    /// <summary>A failure with a message for people.</summary>
    /// <param name="message">Which program, what became of it, and what to do.</param>
    /// <param name="program">The program as it was asked for.</param>
    /// <param name="result">How it ended; null if it could not be started.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ProcessException(string message, string program, ProcessResult? result = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Program = program;
        Result = result;
    }

    /// <summary>The program as it was asked for.</summary>
    public string Program { get; }

    /// <summary>How the program ended; null when it could not be started.</summary>
    public ProcessResult? Result { get; }
}
