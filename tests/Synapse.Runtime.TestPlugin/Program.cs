using Synapse.Runtime.Journal;

namespace Synapse.Runtime.TestPlugin;

internal static class Program
{
    public static int Main(string[] args) => args switch
    {
        ["hold-lock", var state, var run] => HoldLock(state, run),
        _ => 64,
    };

    private static int HoldLock(string state, string run)
    {
        using var held = RunLock.Acquire(RunCatalogFolder(state, run));
        Console.WriteLine("held");
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static RunFolder RunCatalogFolder(string state, string run) =>
        RunFolder.At(StateFolder.At(state), RunId.TryParse(run, out var id) ? id : throw new ArgumentException(run));
}
