namespace Synapse.Runtime.Journal;

/// <summary>The state folder or a run in it cannot be used; the message says why and what to do.</summary>
internal sealed class StateException(string message, Exception? cause = null) : Exception(message, cause);
