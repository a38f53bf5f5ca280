using System.Diagnostics;
using System.Globalization;

namespace Synapse.Bench;

/// <summary>How much memory other processes have.</summary>
internal static class Memory
{
    /// <summary>Waits for a process to end. The most memory that it had, in MB.</summary>
    public static double PeakUntilEnd(Process process)
    {
        double peak = 0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, Peak(process.Id));
        }

        return peak;
    }

    /// <summary>The most memory that a process had so far, in MB.</summary>
    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }
}
