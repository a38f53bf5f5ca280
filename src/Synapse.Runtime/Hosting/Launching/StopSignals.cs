using System.Runtime.InteropServices;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>The first signal asks the run to stop, the second one ends the process at once. Registered only while a run works.</summary>
internal sealed partial class StopSignals : IDisposable
{
    private const int SignalBase = 128;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Action _stopping;
    private int _received;
    private volatile int _code = (int)ExitCode.Interrupted;

    public StopSignals(Action stopping)
    {
        _stopping = stopping;
        Register(PosixSignal.SIGINT, 2);
        Register(PosixSignal.SIGTERM, 15);
        Register(PosixSignal.SIGHUP, 1);
    }

    public CancellationToken Token => _stop.Token;

    public bool Received => Volatile.Read(ref _received) > 0;

    /// <summary>128 and the number of the signal, as shells have it.</summary>
    public ExitCode Code => (ExitCode)_code;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
        _stop.Dispose();
    }

    private void Register(PosixSignal signal, int number) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _received) > 1)
        {
            EndNow(SignalBase + number);
        }
        _code = SignalBase + number;
        _stopping();
        _stop.Cancel();
    }));

    /// <summary>Without handlers and finalizers, which could wait for what does not end.</summary>
    private static void EndNow(int code)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(code);
        }
        else
        {
            Exit(code);
        }
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Exit(int code);
}
