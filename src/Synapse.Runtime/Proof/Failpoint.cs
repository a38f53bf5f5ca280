using System.Runtime.InteropServices;

namespace Synapse.Runtime.Proof;

/// <summary>An instant that no file call marks, at which the process can be made to die. Callers ask the switch first.</summary>
internal static partial class Failpoint
{
    /// <summary>A call outside loops was answered, and its answer is not journaled.</summary>
    public const string EffectAnswered = "effect-answered";

    /// <summary>An item's body is done, and its result not queued.</summary>
    public const string ItemFinished = "item-finished";

    private const string Variable = "SYNAPSE_FAILPOINT";
    private const int Kill = 9;

    private static int s_reached;

    public static IReadOnlyList<string> All { get; } = [EffectAnswered, ItemFinished];

    /// <summary>Dies here if this is the point, and the time, that the variable names: <c>item-finished:3</c>.</summary>
    public static void Reach(string point)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } wanted
            && wanted.StartsWith(point, StringComparison.Ordinal)
            && wanted == $"{point}:{Interlocked.Increment(ref s_reached)}")
        {
            _ = Signal(Environment.ProcessId, Kill);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
