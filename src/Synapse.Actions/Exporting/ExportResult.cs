namespace Synapse.Actions;

/// <summary>What an export did.</summary>
/// <param name="ExportedCount">Items that are in the export.</param>
/// <param name="FailedCount">Items that are not; the report has the causes.</param>
/// <param name="RenamedCount">Items of the export whose name is not that of their file: it was taken, or no file can be called that.</param>
/// <param name="TotalCount">Items that were listed.</param>
/// <param name="Path">The export's folder.</param>
/// <param name="Report">The report's file: a line of JSON for each item.</param>
public sealed record ExportResult(int ExportedCount, int FailedCount, int RenamedCount, int TotalCount, string Path, string Report);

/// <summary>Where an export goes.</summary>
/// <param name="Staging">The folder that is written to.</param>
/// <param name="Final">What it is called once it is complete, with a number behind it where something has that name by then.</param>
public sealed record ExportPlace(string Staging, string Final);

/// <summary>An item that is exported.</summary>
/// <param name="Item">The item as it was listed.</param>
/// <param name="Name">Its files' name without extension, unique in the export.</param>
public sealed record ExportEntry(AnnotatedItem Item, string Name);

/// <summary>An item that is saved.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Name">Its files' name without extension.</param>
/// <param name="Label">Its label file's name within the export, or null when the action saves it in its own way.</param>
/// <param name="Original">Its original file's name within the export, or null when there is none.</param>
/// <param name="Bytes">Bytes of the label file and the original together.</param>
public sealed record SavedItem(long Id, string Name, string? Label, string? Original, long Bytes);
