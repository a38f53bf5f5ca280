namespace Synapse.Actions;

/// <summary>
/// What an export action says of its own. <see cref="GetFilteredResults"/> must be there, the others may; each may be sync
/// or return a task, and takes any part of its parameters, of the action's params and of <see cref="ExportContext"/>. A hook
/// asks for the type that <see cref="GetFilteredResults"/> lists: <see cref="Assignment"/>, <see cref="GroundTruth"/>,
/// <see cref="TaskItem"/>, or <see cref="AnnotatedItem"/> for whichever it is.
/// </summary>
public abstract class ExportHooks : ActionHooks
{
    /// <summary>Lists what is exported, in the order in which names are given.</summary>
    /// <param name="ct">Stops listing.</param>
    public abstract IAsyncEnumerable<AnnotatedItem> GetFilteredResults(CancellationToken ct);

    /// <summary>Changes an item before it is converted.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ct">Stops the export.</param>
    public virtual ValueTask<AnnotatedItem> BeforeConvert(AnnotatedItem item, CancellationToken ct) => new(item);

    /// <summary>Makes the label file of an item. Without it, the item's annotations are written as they are.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ct">Stops the export.</param>
    public virtual ValueTask<ExportItem> Convert(AnnotatedItem item, CancellationToken ct) => new(ExportItem.Of(item));

    /// <summary>Changes a label file before it is saved.</summary>
    /// <param name="converted">The label file, which has its name now.</param>
    /// <param name="item">The item.</param>
    /// <param name="ct">Stops the export.</param>
    public virtual ValueTask<ExportItem> AfterConvert(ExportItem converted, AnnotatedItem item, CancellationToken ct) => new(converted);

    /// <summary>Saves a label file. Without it, it becomes a file of the folder <c>labels</c>.</summary>
    /// <param name="converted">The label file.</param>
    /// <param name="item">The item.</param>
    /// <param name="folder">The folder of the export. It gets its name when the export is complete.</param>
    /// <param name="ct">Stops the export.</param>
    public virtual ValueTask Save(ExportItem converted, AnnotatedItem item, ExportFolder folder, CancellationToken ct) => folder.SaveLabelAsync(converted, ct);

    /// <summary>
    /// Writes what belongs to the export as a whole, once all items are saved: a list of classes, a table. After a crash it may
    /// run again, so it writes its files anew.
    /// </summary>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="saved">What is in it, in the order in which it was listed.</param>
    /// <param name="ct">Stops the export.</param>
    public virtual ValueTask Finish(ExportFolder folder, DurableList<SavedItem> saved, CancellationToken ct) => default;
}
