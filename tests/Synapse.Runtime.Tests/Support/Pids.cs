using System.Globalization;
using Synapse.Runtime.Processes;

namespace Synapse.Runtime.Tests.Support;

/// <summary>Processes that scripts write the ids of into files.</summary>
internal static class Pids
{
    public static int Wait(string file)
    {
        var pid = 0;
        Until(() => File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out pid), $"{file} was not written");
        return pid;
    }

    public static void WaitForEnd(int pid) => Until(() => !IsAlive(pid), $"process {pid} did not end");

    public static bool IsAlive(int pid) => ProcessStat.Read(pid) is not null;

    public static void Until(Func<bool> condition, string otherwise)
    {
        var deadline = Environment.TickCount64 + 60_000;
        while (!condition())
        {
            Assert.True(Environment.TickCount64 < deadline, otherwise);
            Thread.Sleep(10);
        }
    }
}
