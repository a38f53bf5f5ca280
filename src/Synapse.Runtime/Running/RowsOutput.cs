using System.Text;
using System.Text.Json;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>The output of a step that returned rows: not the rows, but where they lie.</summary>
internal static class RowsOutput
{
    internal const string Member = "$rows";

    public static StepOutput Reference(long loop) => new(Encoding.UTF8.GetBytes($$"""{"{{Member}}":{{loop}}}"""), null);

    public static LoopRow Find(RunJournal journal, StepOutput output)
    {
        using var document = JsonDocument.Parse(output.Inline);
        var id = document.RootElement.GetProperty(Member).GetInt64();
        return journal.Read(database => JournalReader.FindLoop(database, id))
            ?? throw new StateException($"The rows of an output are missing from the journal (list {id}).");
    }

    /// <summary>The rows of a step that did not finish: what it yielded, else what its loop did, else nothing.</summary>
    public static LoopRow FindUnfinished(RunJournal journal, int step)
    {
        var loops = journal.Read(JournalReader.ReadLoops).Where(loop => loop.Position == step && loop.Phase != JournalPhase.Rollback);
        return loops.OrderByDescending(loop => loop.Phase).ThenBy(loop => loop.Name, StringComparer.Ordinal).FirstOrDefault()
            ?? new LoopRow(0, step, JournalPhase.Forward, "", Sealed: false, Done: 0, Failed: 0);
    }
}
