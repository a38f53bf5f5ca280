namespace Synapse.Runtime.Running;

/// <summary>An author's mistake that the engine found while running; the message says what to do.</summary>
internal sealed class RunException(string message, Exception? cause = null) : Exception(message, cause);
