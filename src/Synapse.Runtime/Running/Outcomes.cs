using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>Turns what can go wrong around a run into its outcome.</summary>
internal static class Outcomes
{
    public static async Task<RunOutcome> OfAsync(Func<Task<RunOutcome>> work)
    {
        try
        {
            return await work();
        }
        catch (RunHeldException e)
        {
            return new RunOutcome(ExitCode.Held) { Run = e.Run, Message = e.Message };
        }
        catch (JournalException e)
        {
            return new RunOutcome(ExitCode.CannotJournal) { Message = e.Message };
        }
        catch (StateException e)
        {
            return new RunOutcome(ExitCode.CannotJournal) { Message = e.Message };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RunOutcome(ExitCode.CannotJournal) { Message = e.Message };
        }
    }

    public static RunOutcome Usage(string message, RunId? run = null) => new(ExitCode.Usage) { Message = message, Run = run };
}
