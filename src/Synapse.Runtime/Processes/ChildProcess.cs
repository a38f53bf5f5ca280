using System.ComponentModel;
using System.Diagnostics;

namespace Synapse.Runtime.Processes;

/// <summary>One program at work, started but perhaps not yet released.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly bool _waits;

    private ChildProcess(Process process, string mark, bool waits)
    {
        _process = process;
        _waits = waits;
        Exited = process.WaitForExitAsync();
        if (OperatingSystem.IsLinux())
        {
            Family = new ProcessFamily(mark, process.Id, ProcessStat.Read(process.Id)?.Started ?? 0, waits ? process.Id : null);
        }
    }

    public int Pid => _process.Id;

    /// <summary>What there is of it to signal and to find again; null where that cannot be known.</summary>
    public ProcessFamily? Family { get; }

    public Task Exited { get; }

    public int ExitCode => _process.ExitCode;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Error => _process.StandardError.BaseStream;

    /// <exception cref="ProcessException">It could not be started.</exception>
    public static async Task<ChildProcess> StartAsync(ProgramCall call, string mark, ChildLauncher? launcher)
    {
        var start = launcher is null
            ? call.StartInfo(call.Path, call.Arguments, mark)
            : call.StartInfo(
                launcher.File,
                [.. launcher.Arguments, .. LauncherMode.Arguments(Environment.ProcessId, call.Path, call.Program, call.Arguments)],
                mark);
        try
        {
            var process = launcher is null ? Process.Start(start) : await SpawnThread.RunAsync(() => Process.Start(start));
            return new ChildProcess(process!, mark, waits: launcher is not null);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw ProcessFailure.NotStarted(call.Program, e.Message, e);
        }
    }

    /// <summary>Lets it become the program. A child that is never released ends when its input does.</summary>
    public void Release()
    {
        if (_waits)
        {
            Input.WriteByte(0);
            Input.Flush();
        }
    }

    /// <summary>Asks all of it to end.</summary>
    public void Terminate()
    {
        if (OperatingSystem.IsLinux())
        {
            Family!.Signal(Posix.Terminate);
        }
        else
        {
            Kill();
        }
    }

    /// <summary>Ends all of it.</summary>
    public void Kill()
    {
        if (OperatingSystem.IsLinux())
        {
            Family!.Signal(Posix.Kill);
        }
        else
        {
            KillTree();
        }
    }

    /// <summary>Ends what the program left in its session. What made itself a daemon lives on.</summary>
    public void KillLeftovers()
    {
        if (OperatingSystem.IsLinux() && Family!.Session is { } session && Posix.Signal(-session, 0) == 0)
        {
            Family.Signal(Posix.Kill, daemons: false);
        }
    }

    public bool IsAlive() => OperatingSystem.IsLinux() ? Family!.IsAlive() : !Exited.IsCompleted;

    public void Dispose() => _process.Dispose();

    private void KillTree()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself, or is ending.
        }
    }
}
