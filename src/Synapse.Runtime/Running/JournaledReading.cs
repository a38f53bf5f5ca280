using System.Text.Json;
using Synapse.Journaling;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>
/// Reads for one call what the run has journaled. What cannot be read is kept, so that the call counts as stopped by it even
/// where the author's code wraps or swallows the exception.
/// </summary>
internal sealed class JournaledReading(RunWorld run, JournalPhase phase)
{
    private DamageException? _damage;

    public RunJournal Journal => run.Journal;

    /// <summary>What could not be read first, or null.</summary>
    public DamageException? Damage => Volatile.Read(ref _damage);

    /// <summary>The output of a step as it was journaled.</summary>
    public T Output<T>(int position, StepOutput output, Codec<T> codec) =>
        Decode(position, "output", output.File?.Name, Bytes(position, output), codec);

    /// <summary>The output of a step as JSON.</summary>
    public byte[] Bytes(int position, StepOutput output)
    {
        try
        {
            return Journal.Outputs.Read(output);
        }
        catch (Exception e) when (e is StateException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(position, "output", e.Message, e);
        }
    }

    /// <summary>Where the rows of a step's output lie.</summary>
    public LoopRow Rows(int position, StepOutput output)
    {
        try
        {
            return RowsOutput.Find(Journal, output);
        }
        catch (Exception e) when (e is StateException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged(position, "output", $"{run.Folder.Database}: {e.Message}", e);
        }
    }

    /// <summary>A value from bytes of the journal.</summary>
    /// <param name="position">The step that made it.</param>
    /// <param name="what">What it is.</param>
    /// <param name="file">The output file that the bytes are of; null for the journal.</param>
    /// <param name="bytes">JSON.</param>
    /// <param name="codec">Reads it.</param>
    public T Decode<T>(int position, string what, string? file, ReadOnlySpan<byte> bytes, Codec<T> codec)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            reader.Read();
            return codec.Read(ref reader);
        }
        catch (Exception e)
        {
            var path = file is null ? run.Folder.Database : Path.Combine(run.Folder.Outputs, file);
            throw Damaged(position, what, $"{path} holds for it what is not of its type ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>What a failure that was journaled says.</summary>
    public string Message(int position, string error)
    {
        try
        {
            return RunError.FromJson(error).Message;
        }
        catch (JsonException e)
        {
            throw Damaged(position, "list of failed items", $"{run.Folder.Database}: {e.Message}", e);
        }
    }

    private DamageException Damaged(int position, string what, string found, Exception cause)
    {
        var (step, id) = (run.Action.Steps[position].Name, run.Folder.Id.Short);
        var advice = phase == JournalPhase.Rollback
            ? $"Put it back from a copy, then repeat 'rollback {id}'."
            : $"Nothing was undone. Put it back from a copy and resume, or let the step run again in a new run: resume {id} --from {step}";
        var damage = new DamageException($"The {what} of step '{step}' cannot be read: {found} {advice}", cause);
        return Interlocked.CompareExchange(ref _damage, damage, null) ?? damage;
    }
}
