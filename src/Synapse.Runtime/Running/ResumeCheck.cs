using Synapse.Runtime.Journal;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>
/// Whether a rebuilt plugin can go on with a run: the steps that were started must still be the first ones of the plan,
/// with the same shape. Bodies, weights and texts may change.
/// </summary>
internal static class ResumeCheck
{
    /// <summary>What does not fit, or null.</summary>
    public static string? Refusal(ActionDescriptor action, IReadOnlyList<StepRow> rows, bool force)
    {
        var started = rows.Count(row => row.State != StepState.Pending);
        for (var position = 0; position < started; position++)
        {
            var row = rows[position];
            if (position >= action.Steps.Count || action.Steps[position].Name != row.Name)
            {
                var now = position < action.Steps.Count ? $"'{action.Steps[position].Name}'" : "missing";
                return $"Step {position + 1} was '{row.Name}' when the run started and is now {now}. "
                    + "Steps that have run must keep their names and order.";
            }

            if (!force && action.Steps[position].Fingerprint != row.Print)
            {
                return $"Step '{row.Name}' has changed since the run started ({Difference(row.Print, action.Steps[position].Fingerprint)}). "
                    + "Its journaled output may not fit any more. Put it back, start a new run, or resume with --force.";
            }
        }

        return null;
    }

    /// <summary>The part of the plan that has not run yet may change freely.</summary>
    public static bool IsPlanChanged(ActionDescriptor action, IReadOnlyList<StepRow> rows)
    {
        if (action.Steps.Count != rows.Count)
        {
            return true;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Name != action.Steps[i].Name || rows[i].Print != action.Steps[i].Fingerprint)
            {
                return true;
            }
        }

        return false;
    }

    // Fingerprints are fields separated by semicolons; the first that differs says most.
    private static string Difference(string before, string now)
    {
        var old = before.Split(';');
        var current = now.Split(';');
        for (var i = 0; i < Math.Min(old.Length, current.Length); i++)
        {
            if (old[i] != current[i])
            {
                return $"'{old[i].Trim()}' is now '{current[i].Trim()}'";
            }
        }

        return $"'{before}' is now '{now}'";
    }
}
