namespace Synapse.Actions.Exporting.Saving;

/// <summary>An item's original file could not be saved. The cause is inside.</summary>
#pragma warning disable CA1064 // Nobody is to catch it but the list of failed items.
internal sealed class OriginalException(Exception cause) : Exception("The original file could not be saved: " + cause.Message, cause);
