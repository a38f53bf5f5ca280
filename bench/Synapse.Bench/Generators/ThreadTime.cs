using System.Runtime.InteropServices;

namespace Synapse.Bench.Generators;

/// <summary>Processor time of the calling thread: what else the machine does is not in it. Generators run on their caller's thread.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    public static double Of(Action work)
    {
        var before = Milliseconds();
        work();
        return Milliseconds() - before;
    }

    private static double Milliseconds() =>
        clock_gettime(ThreadClock, out var time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : throw new InvalidOperationException("The kernel has no clock of a thread.");

    [LibraryImport("libc", SetLastError = true)]
    private static partial int clock_gettime(int clock, out Timespec time);

    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
