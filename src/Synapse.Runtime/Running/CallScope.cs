using System.Text.Json;
using Synapse.Journaling;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Json;
using Synapse.Runtime.Running.Loops;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>Inputs and output of one call of generated code. Everything read comes from journaled bytes, in the first run too.</summary>
internal sealed class CallScope(StepEngine engine) : StepScope
{
    private readonly RunWorld _run = engine.Run;

    public override ActionContext Context { get; } = ActionContexts.Create(engine.Run.Action.Kind, engine);

    public override object? Params => _run.Parameters;

    public override CancellationToken CancellationToken => engine.Stop;

    public override StepAttempt Attempt { get; } = new(engine.StepKey, engine.Attempt);

    /// <summary>What the call wrote, to be journaled with its completion.</summary>
    public StepOutput? Output { get; private set; }

    /// <summary>The last rows of the output, which ride on the commit of the completion.</summary>
    public JournalRecord? LastRows { get; private set; }

    public override bool Has(int step) => _run.Outputs[step] is not null;

    public override T Read<T>(int step, Codec<T> codec)
    {
        var output = _run.Outputs[step]
            ?? throw new RunException($"Step {_run.Action.Steps[step].Name} has no output to read: it did not finish.");
        return engine.Reading.Output(step, output, codec);
    }

    public override DurableList<T> ReadRows<T>(int step, Codec<T> codec)
    {
        var loop = _run.Outputs[step] is { } output
            ? engine.Reading.Rows(step, output)
            : RowsOutput.FindUnfinished(_run.Journal, step);
        return new DurableList<T>(new JournaledRows<T>(engine.Reading, loop, codec, isComplete: Has(step)));
    }

    public override void Write<T>(T value, Codec<T> codec)
    {
        engine.ThrowIfFenced();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            codec.Write(json, value);
        }

        OutputSize.ThrowIfTooLarge(engine.Step.Name, stream.GetBuffer().AsSpan(0, (int)stream.Length));
        Output = _run.Journal.Outputs.Write(engine.Step.Name, engine.Attempt, stream.ToArray());
    }

    public override async Task WriteRowsAsync<T>(IAsyncEnumerable<T> rows, Codec<T> codec)
    {
        engine.ThrowIfFenced();
        using var drain = new RowDrain<T>(engine, codec);
        await foreach (var row in rows.WithCancellation(engine.Stop))
        {
            drain.Add(row);
        }

        TakeRows(drain);
    }

    public override Task WriteRowsAsync<T>(DurableList<T> rows, Codec<T> codec)
    {
        engine.ThrowIfFenced();
        if (rows.Source is IJournaledRows { IsComplete: true } journaled && journaled.Journal == _run.Journal)
        {
            Output = RowsOutput.Reference(journaled.Loop.Id);
            return Task.CompletedTask;
        }

        using var drain = new RowDrain<T>(engine, codec);
        foreach (var row in rows)
        {
            drain.Add(row);
        }

        TakeRows(drain);
        return Task.CompletedTask;
    }

    private void TakeRows<T>(RowDrain<T> drain)
    {
        LastRows = drain.TakeRest();
        Output = RowsOutput.Reference(drain.Loop.Id);
    }
}
