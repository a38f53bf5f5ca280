namespace Synapse.Runtime.Hosting;

/// <summary>What the process tells its caller. Part of the interface: the numbers are never changed.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The run failed: it is rolled back, or kept so that a resume goes on.</summary>
    public const int Failed = 1;

    /// <summary>Nothing ran: the command line or the params are wrong.</summary>
    public const int Usage = 2;

    public const int RollbackIncomplete = 3;

    public const int CannotJournal = 4;

    public const int RunHeld = 5;

    /// <summary>Added to the number of the signal that interrupted the run.</summary>
    public const int Signal = 128;
}
