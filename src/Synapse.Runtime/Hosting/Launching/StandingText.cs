using System.Text;
using System.Text.Json;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>What stands, in words.</summary>
internal static class StandingText
{
    /// <summary>Why the work of a step stands, or may.</summary>
    /// <param name="step">The step.</param>
    /// <param name="descriptor">The step as the plugin has it now, or null when it has none of that name.</param>
    public static string Reason(StepRow step, StepDescriptor? descriptor) => step.State switch
    {
        StepState.Completed => "finished" + (descriptor is null ? "" : descriptor.Rollback is null ? "; it has no rollback" : "; 'rollback' undoes it"),
        StepState.UndoFailed => $"its rollback failed: {step.Error?.Message}",
        StepState.Undoing => "its rollback did not finish",
        StepState.Undone => "undone, but these calls were in doubt",
        _ => "not finished" + (descriptor is null ? "" : descriptor is { Rollback: not null, RollbackInFlight: true } ? "; 'rollback' undoes it" : "; its rollback is for finished work only"),
    };

    public static string State(EffectState state) => state switch
    {
        EffectState.Done => "done",
        EffectState.Assumed => "assumed",
        _ => "in doubt",
    };

    public static string State(ItemState state) => state == ItemState.Done ? "done" : "in doubt";

    /// <summary>The ids in the answer of a call: of what is created, the journal keeps the id first, or as <c>id</c>; of several, a list.</summary>
    public static string Ids(string? answer)
    {
        if (answer is null)
        {
            return "";
        }
        using var document = JsonDocument.Parse(answer);
        var ids = new StringBuilder();
        Add(document.RootElement, ids);
        return ids.ToString();
    }

    private static void Add(JsonElement answer, StringBuilder ids)
    {
        if (answer.ValueKind is JsonValueKind.Number or JsonValueKind.String)
        {
            ids.Append(ids.Length > 0 ? " " : "").Append(answer.ToString());
        }
        else if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("id", out var id))
        {
            Add(id, ids);
        }
        else if (answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() > 0)
        {
            if (answer[0].ValueKind != JsonValueKind.Array)
            {
                Add(answer[0], ids);
                return;
            }
            foreach (var one in answer.EnumerateArray())
            {
                Add(one, ids);
            }
        }
    }
}
