namespace Synapse.Actions.Exporting.Saving;

/// <summary>Whether a failure means that the disk takes no more.</summary>
internal static class DiskFull
{
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    private static readonly int QuotaExceeded = OperatingSystem.IsMacOS() ? 69 : 122;

    // .NET keeps the error number of the system as the result's code.
    public static bool Is(Exception failure) => failure is IOException && (OperatingSystem.IsWindows()
        ? failure.HResult == WindowsDiskFull
        : failure.HResult == NoSpace || failure.HResult == QuotaExceeded);
}
