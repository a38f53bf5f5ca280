namespace Synapse.Backends;

/// <summary>
/// Looks at the bytes of a file while it is uploaded, in the one pass that reads it. Refused content is not stored.
/// One inspector sees one upload.
/// </summary>
public abstract class ContentInspector
{
    /// <summary>The next bytes, in order; how many at once is up to the backend.</summary>
    /// <param name="bytes">Valid during the call.</param>
    /// <exception cref="ContentRefusedException">The content must not be uploaded.</exception>
    public abstract void Read(ReadOnlySpan<byte> bytes);

    /// <summary>There are no more bytes.</summary>
    /// <exception cref="ContentRefusedException">The content must not be uploaded.</exception>
    public abstract void Complete();
}

/// <summary>A <see cref="ContentInspector"/> refused a file: trying again gives the same.</summary>
public sealed class ContentRefusedException : Exception
{
    /// <summary>Refuses a file.</summary>
    /// <param name="message">What was found, where in the file, and what to do.</param>
    public ContentRefusedException(string message)
        : base(message)
    {
    }
}
