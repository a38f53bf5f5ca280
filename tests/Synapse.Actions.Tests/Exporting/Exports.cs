using System.Globalization;

namespace Synapse.Actions.Tests.Exporting;

/// <summary>All there is to write for an export, for each target.</summary>
[ExportAction]
public sealed partial class Export
{
    public static IAsyncEnumerable<AnnotatedItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => p.Target switch
    {
        ExportTarget.Task => run.Backend.Tasks.ListAsync(p.Filter, ct),
        ExportTarget.Assignment => run.Backend.Assignments.ListAsync(p.Filter, ct),
        _ => run.Backend.GroundTruths.ListAsync(p.Filter, ct),
    };
}

/// <summary>Every hook, each with another part of what it may take.</summary>
[ExportAction(Name = "export-text")]
public sealed partial class ExportText
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    public static TaskItem BeforeConvert(TaskItem item) => item with { PrimarySpecification = "image" };

    public static async Task<ExportItem> Convert(TaskItem item)
    {
        await Task.Yield();
        return ExportItem.Text($"task {item.Id.ToString(CultureInfo.InvariantCulture)}");
    }

    public static ExportItem AfterConvert(ExportItem converted) => converted with { Content = (byte[])[.. converted.Content.Span, .. " as "u8, .. System.Text.Encoding.UTF8.GetBytes(converted.Name)] };

    public static async Task Finish(ExportFolder folder, DurableList<SavedItem> saved, CancellationToken ct) =>
        await File.WriteAllTextAsync(folder.PathOf("lists/names.txt"), string.Join('\n', saved.Select(item => item.Name)), ct);
}

/// <summary>Saves labels in its own way.</summary>
[ExportAction(Name = "export-own")]
public sealed partial class ExportOwn
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    public static Task Save(ExportItem converted, ExportFolder folder, CancellationToken ct) =>
        File.WriteAllBytesAsync(folder.PathOf($"classes/{converted.Name}.bin"), converted.Content.ToArray(), ct);
}

/// <summary>How <see cref="ExportTrouble"/> fails.</summary>
public enum Trouble
{
    Throws,
    Answers,
    ThrowsOnce,
    ReturnsNull,
    ThrowsBefore,
    ThrowsAfter,
    ThrowsSaving,
    WrongExtension,
    LeadsOut,
    DiskFull,
    ListsTwice,
    ListsNull,
    FinishFails,
}

/// <summary>Which items are in trouble.</summary>
[Params]
public sealed partial record TroubleParams : ExportParams
{
    /// <summary>What happens.</summary>
    public required Trouble Trouble { get; init; }

    /// <summary>Ids of the items; all without it.</summary>
    public IReadOnlyList<long>? In { get; init; }
}

/// <summary>Hooks that fail, for some items; each try of an item is noted.</summary>
[ExportAction(Name = "export-trouble")]
public sealed partial class ExportTrouble
{
    public static async IAsyncEnumerable<AnnotatedItem> GetFilteredResults(
        TroubleParams p, ExportContext run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in run.Backend.Tasks.ListAsync(p.Filter, ct))
        {
            yield return item;
            if (p.Trouble is Trouble.ListsTwice or Trouble.ListsNull)
            {
                yield return p.Trouble == Trouble.ListsTwice ? item : null!;
            }
        }
    }

    public static AnnotatedItem BeforeConvert(AnnotatedItem item, TroubleParams p) =>
        Is(Trouble.ThrowsBefore, item, p) ? throw new InvalidOperationException("before") : item;

    public static ExportItem Convert(AnnotatedItem item, TroubleParams p, ExportContext run)
    {
        var tries = Path.Combine(run.WorkDir, "tries-" + item.Id.ToString(CultureInfo.InvariantCulture));
        File.AppendAllText(tries, "x");
        return Is(Trouble.Throws, item, p) ? throw new InvalidOperationException($"no way with {item.Id}")
            : Is(Trouble.Answers, item, p) ? throw new ExportException($"no answer to {item.Id}")
            : Is(Trouble.DiskFull, item, p) ? WriteToFullDisk()
            : Is(Trouble.ReturnsNull, item, p) ? null!
            : Is(Trouble.WrongExtension, item, p) ? ExportItem.Text("x", "/../../x")
            : Is(Trouble.ThrowsOnce, item, p) && new FileInfo(tries).Length == 1 ? throw new IOException("not yet")
            : ExportItem.Text("");
    }

    public static ExportItem AfterConvert(ExportItem converted, AnnotatedItem item, TroubleParams p) =>
        Is(Trouble.ThrowsAfter, item, p) ? throw new InvalidOperationException("after") : converted;

    public static async Task Save(ExportItem converted, AnnotatedItem item, ExportFolder folder, TroubleParams p, CancellationToken ct)
    {
        await folder.SaveLabelAsync(converted, ct);
        if (Is(Trouble.LeadsOut, item, p))
        {
            folder.PathOf("../out.txt");
        }

        if (Is(Trouble.ThrowsSaving, item, p))
        {
            throw new InvalidOperationException("saving");
        }
    }

    public static void Finish(TroubleParams p)
    {
        if (p.Trouble == Trouble.FinishFails)
        {
            throw new InvalidOperationException("the end");
        }
    }

    // A file that takes nothing, as a disk that is full does not.
    private static ExportItem WriteToFullDisk()
    {
        using var file = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        RandomAccess.Write(file, "x"u8, 0);
        return ExportItem.Text("");
    }

    private static bool Is(Trouble trouble, AnnotatedItem item, TroubleParams p) => p.Trouble == trouble && p.In?.Contains(item.Id) != false;
}

/// <summary>Every step ends as if its process died right after it had done all, and before that was noted.</summary>
[ExportAction(Name = "export-twice"), UseSteps<StandardExport>]
public sealed partial class ExportTwice
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    [Step(Replace = true, Retries = 1, RetryDelaySeconds = 0.01, Rollback = nameof(DeleteFolder))]
    static async Task<ExportPlace> Initialize(ExportParams p, ExportContext run, StepAttempt attempt, CancellationToken ct) =>
        Twice(await new StandardExport().Initialize(p, run, ct), attempt);

    [Step(Replace = true, Retries = 1, RetryDelaySeconds = 0.01, Result = true)]
    static async Task<ExportResult> Finalize(
        DurableList<ExportEntry> entries, DurableList<SavedItem> saved, ExportPlace place, ExportHooks hooks, ExportContext run, StepAttempt attempt, CancellationToken ct) =>
        Twice(await new StandardExport().Finalize(entries, saved, place, hooks, run, ct), attempt);

    static void DeleteFolder(ExportContext run) => new StandardExport().DeleteFolder(run);

    static T Twice<T>(T done, StepAttempt attempt) => attempt.Number == 1 ? throw new IOException("ended before it was noted") : done;
}

/// <summary>Loses files that were saved, as a machine without power does, and the process with them.</summary>
[ExportAction(Name = "export-lost"), UseSteps<StandardExport>]
public sealed partial class ExportLost
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    [Step(Replace = true, Retries = 1, RetryDelaySeconds = 0.01)]
    static async Task<DurableList<SavedItem>> SaveFiles(
        DurableList<ExportEntry> entries, ExportPlace place, ExportHooks hooks, ExportParams p, ExportContext run, StepAttempt attempt, CancellationToken ct)
    {
        var saved = await new StandardExport().SaveFiles(entries, place, hooks, p, run, attempt, ct);
        if (attempt.Number > 1)
        {
            return saved;
        }

        await File.WriteAllTextAsync(Path.Combine(place.Staging, "labels", "a.json"), "", ct);
        File.Delete(Path.Combine(place.Staging, "origin_files", "b.png"));
        throw new IOException("ended before it was noted");
    }
}

/// <summary>Fails after all other steps.</summary>
[ExportAction(Name = "export-and-fail"), UseSteps<StandardExport>]
public sealed partial class ExportAndFail
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    [Step(After = nameof(StandardExport.Finalize))]
    static void Fail(ExportResult result) => throw new InvalidOperationException($"failed after {result.ExportedCount} items");
}

/// <summary>A filter between the standard steps.</summary>
[ExportAction(Name = "export-even"), UseSteps<StandardExport>]
public sealed partial class ExportEven
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    [Step(After = nameof(StandardExport.FetchResults))]
    static DurableList<ExportEntry> OnlyEven(DurableList<ExportEntry> entries) => new([.. entries.Where(entry => entry.Item.Id % 2 == 0)]);
}
