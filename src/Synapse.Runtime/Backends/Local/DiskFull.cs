using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Backends.Local;

/// <summary>
/// A full disk is no failure of the call that meets it: every later one would fail as well, and an upload would give up one
/// file after the other. The run stops as it does when its journal cannot be written, and resume goes on from there.
/// </summary>
internal static class DiskFull
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    public static bool Is(IOException failure) => failure.HResult is NoSpace or QuotaExceeded;

    public static StateException At(string path, Exception cause) =>
        new($"The disk is full: {path} could not be written. Free some space, then resume the run.", cause);
}
