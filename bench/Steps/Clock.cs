using System.Diagnostics;

namespace Steps;

/// <summary>The machine's monotonic clock, which all its processes share.</summary>
internal static class Clock
{
    public static void WaitUntil(long moment)
    {
        while (Stopwatch.GetTimestamp() < moment)
        {
            Thread.Sleep(1);
        }
    }
}
