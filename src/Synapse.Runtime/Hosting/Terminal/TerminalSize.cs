using System.Runtime.InteropServices;

namespace Synapse.Runtime.Hosting.Terminal;

/// <summary>
/// Asks the terminal for its width. <see cref="Console.WindowWidth"/> would first load the terminal's description and
/// write its keypad sequence, which a program that only prints has no use for.
/// </summary>
internal static partial class TerminalSize
{
    private const int StandardOutput = 1;
    private const nuint GetWindowSize = 0x5413;

    public static int Columns()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Portable();
        }
        return Ioctl(StandardOutput, GetWindowSize, out var size) == 0 && size.Columns > 0 ? size.Columns : TerminalTraits.DefaultWidth;
    }

    private static int Portable()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : TerminalTraits.DefaultWidth;
        }
        catch (IOException)
        {
            return TerminalTraits.DefaultWidth;
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ioctl(int descriptor, nuint request, out WindowSize size);

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort PixelWidth;
        public ushort PixelHeight;
    }
}
