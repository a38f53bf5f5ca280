namespace Synapse.Runtime.Processes;

/// <summary>The signal behind an exit code over 128, as shells and .NET report it.</summary>
internal static class SignalName
{
    private const int Base = 128;

    public static string? Of(int exitCode) => (exitCode - Base) switch
    {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM",
        24 => "SIGXCPU",
        25 => "SIGXFSZ",
        31 => "SIGSYS",
        _ => null,
    };
}
