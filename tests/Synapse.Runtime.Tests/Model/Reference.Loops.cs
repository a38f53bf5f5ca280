using static System.FormattableString;

namespace Synapse.Runtime.Tests.Model;

/// <summary>Loops: which items ran is certain, in which order and how far only where nothing runs beside.</summary>
internal sealed partial class Reference
{
    private End ForwardLoop(StepMemory step)
    {
        var plan = step.Plan;
        return Loop(step, step.Items, plan.ItemRetries, plan.AllowedFailures, goesOn: false, (item, index) =>
        {
            var key = plan.ItemEffects ? $" {plan.Name}//{item.Key}/make/1" : "";
            var call = Take($"item {item.Key} #{key}", item.Key);
            item.Result = Invariant($"{item.Key}.{call}");
            return call > plan.Items[index];
        });
    }

    private End UndoLoop(StepMemory step)
    {
        if (step.Undoing.Count == 0)
        {
            step.Undoing = [.. step.RowsSoFar.Select(row => new ItemMemory(row))];
        }

        return Loop(step, step.Undoing, retries: 0, allowed: 0, goesOn: true, (item, index) =>
            Take($"undoing {item.Key} #", $"undo {item.Key}") > step.Plan.UndoFails || index > 0);
    }

    private End Loop(StepMemory step, List<ItemMemory> items, int retries, int allowed, bool goesOn, Func<ItemMemory, int, bool> call)
    {
        var todo = items.Where(item => item.May != Item.Done).ToList();
        var order = step.Plan.Parallelism == 1 && todo.All(item => item.IsKnown)
            ? new Queue<ItemMemory>(todo.OrderBy(item => item.May != Item.Claimed))
            : null;
        foreach (var item in todo)
        {
            (item.May, item.Tries, item.IsSettled) = (item.May | Item.Claimed, 0, false);
        }

        Commit();
        var (failed, calls) = (0, 0);
        while (_at < _lines.Count && Called(items) is { } item)
        {
            var isOver = step.Plan.Parallelism == 1 && (_stopped || (failed > allowed && !goesOn));
            if (isOver || !todo.Contains(item) || item.IsSettled || (item.Tries == 0 && order?.Dequeue() is { } next && next != item))
            {
                throw Wrong($"no call of {item.Key}");
            }

            item.Tries++;
            var good = call(item, items.IndexOf(item));
            item.May = Item.Claimed | (good ? Item.Done : Item.Failed);
            item.IsSettled = good || item.Tries > retries;
            failed += item.IsSettled && !good ? 1 : 0;
            calls++;
            Now.CrashesMayBeOver = true;
            Commit();
        }

        if (!_stopped && (failed <= allowed || goesOn) && todo.FirstOrDefault(item => !item.IsSettled) is { } left)
        {
            throw _died ? new DiedException() : Wrong($"a call of {left.Key}");
        }

        foreach (var item in todo.Where(item => item.Tries > 0))
        {
            // Of what was called after a stop, only the journal can tell how it ended.
            item.May = (item.May & Item.Done) != 0 ? (_stopped && step.Plan.HeedsStop ? item.May : Item.Done) : _stopped ? item.May : Item.Failed;
        }

        if (calls > 0 && !_stopped)
        {
            Progress();
        }

        return _stopped ? End.Interrupted : failed > allowed ? End.Failed : End.Completed;
    }

    private ItemMemory? Called(List<ItemMemory> items)
    {
        var words = _lines[_at].Split(' ');
        return words[0] is "item" or "undoing" ? items.Find(item => item.Key == words[1]) : null;
    }
}
