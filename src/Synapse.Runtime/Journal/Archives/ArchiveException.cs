namespace Synapse.Runtime.Journal.Archives;

/// <summary>A file cannot be taken in as a run; nothing was. The message says what was found.</summary>
internal sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause);
