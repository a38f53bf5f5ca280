using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Hosting.Terminal;

/// <summary>
/// The streams of the process. For a terminal <see cref="Console"/> would load its description and first switch its keypad to
/// another mode, so there the descriptor is written directly. Elsewhere it must not be: a file stream keeps a position of its
/// own, and the next program writing to the same file would write over ours.
/// </summary>
internal static class StandardStreams
{
    private const int OutputDescriptor = 1;
    private const int ErrorDescriptor = 2;

    public static Stream Input() => Open(static () => Console.OpenStandardInput());

    public static Stream Output() => Open(static () =>
        OperatingSystem.IsWindows() || Console.IsOutputRedirected ? Console.OpenStandardOutput() : Direct(OutputDescriptor));

    public static Stream Error() => Open(static () =>
        OperatingSystem.IsWindows() || Console.IsErrorRedirected ? Console.OpenStandardError() : Direct(ErrorDescriptor));

    /// <summary>A service may start with its standard streams closed; that is no reason not to run.</summary>
    private static Stream Open(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Stream.Null;
        }
    }

    private static FileStream Direct(int descriptor) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
