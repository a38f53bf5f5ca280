namespace Synapse.Actions;

/// <summary>What an upload did.</summary>
/// <param name="UploadedFiles">Files that are now on the backend as part of a data unit.</param>
/// <param name="DataUnits">Data units that were created.</param>
/// <param name="Duplicates">Files left out because their data unit would have the content of one before.</param>
/// <param name="Dropped">Files left out for a reason that stands in the report.</param>
/// <param name="Failed">Files that could not be uploaded, or whose data unit could not be created; the report has the cause.</param>
/// <param name="Report">The report's file: a line of JSON for each file.</param>
public sealed record UploadResult(int UploadedFiles, int DataUnits, int Duplicates, int Dropped, int Failed, string Report);

/// <summary>Where an upload reads from and writes to, once it is known to exist.</summary>
/// <param name="Collection">The data collection.</param>
/// <param name="Root">The folder that no link may lead out of; null when it is the folder of each specification.</param>
/// <param name="Folders">The folders to search.</param>
/// <param name="Metadata">The metadata table, or null.</param>
public sealed record UploadSource(DataCollection Collection, string? Root, IReadOnlyList<SourceFolder> Folders, string? Metadata);

/// <summary>A folder with the files of one specification.</summary>
/// <param name="Specification">The file specification's name.</param>
/// <param name="Path">The folder.</param>
/// <param name="IsRecursive">Whether folders below are searched too.</param>
public sealed record SourceFolder(string Specification, string Path, bool IsRecursive);

/// <summary>A row of the metadata table.</summary>
/// <param name="FileName">The file that it is about.</param>
/// <param name="Values">What it says, by column.</param>
public sealed record MetadataRow(string FileName, IReadOnlyDictionary<string, string> Values);

/// <summary>The files of a data unit that is to be.</summary>
/// <param name="Key">What the files have in common: their path, or name, without extension.</param>
/// <param name="Files">The files.</param>
/// <param name="Meta">What the metadata table says of it.</param>
public sealed record FileGroup(string Key, IReadOnlyList<GroupFile> Files, IReadOnlyDictionary<string, string> Meta);

/// <summary>A file of a group.</summary>
/// <param name="Specification">The file specification's name.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path below the folder of its specification, and that folder's name: what it is called on the backend.</param>
/// <param name="Size">Bytes, when it was found.</param>
public sealed record GroupFile(string Specification, string Path, string Name, long Size);

/// <summary>A group whose files are on the backend, or were refused.</summary>
/// <param name="Group">The group.</param>
/// <param name="Files">Its files there, in the order of the group's; of a refused group those that were there before the refusal.</param>
/// <param name="Refusal">Why its content was refused; else null. Its files are deleted.</param>
public sealed record UploadedGroup(FileGroup Group, IReadOnlyList<DataFile> Files, string? Refusal);

/// <summary>Data units that one call created.</summary>
/// <param name="Keys">The keys of their groups.</param>
/// <param name="Ids">The data units' ids, in the same order.</param>
public sealed record CreatedUnits(IReadOnlyList<string> Keys, IReadOnlyList<long> Ids);
