using System.ComponentModel.DataAnnotations;

namespace Synapse.Actions;

/// <summary>What to upload, and where to. Derive from it to add parameters of your own.</summary>
[Params]
public partial record UploadParams
{
    /// <summary>Name of this upload.</summary>
    [MinLength(1)]
    public required string Name { get; init; }

    /// <summary>What the upload is for.</summary>
    public string? Description { get; init; }

    /// <summary>Data collection to upload into; its file specifications say what files a data unit has.</summary>
    [Range(1, long.MaxValue)]
    public required long DataCollection { get; init; }

    /// <summary>Storage that paths are relative to. Without one they are paths of this machine.</summary>
    [Range(1, long.MaxValue)]
    public long? Storage { get; init; }

    /// <summary>Whether all files lie under one path, in a folder for each file specification; otherwise assets name the folders.</summary>
    public bool UseSinglePath { get; init; } = true;

    /// <summary>Folder that holds a folder for each file specification, named like it.</summary>
    public string? Path { get; init; }

    /// <summary>Whether folders below are searched too.</summary>
    public bool IsRecursive { get; init; } = true;

    /// <summary>Folders by the name of their file specification.</summary>
    public IReadOnlyDictionary<string, AssetFolder>? Assets { get; init; }

    /// <summary>What makes files of different specifications one data unit.</summary>
    public FileGrouping GroupFilesBy { get; init; } = FileGrouping.Path;

    /// <summary>Table (.xlsx or .csv) with a row for each file: its name in the first column, what is known of it in the others.</summary>
    public string? ExcelMetadataPath { get; init; }

    /// <summary>How large a metadata table may be.</summary>
    public MetadataLimits MetadataLimits { get; init; } = new();

    /// <summary>Name of the group that all data units are put in.</summary>
    public string? GroupName { get; init; }

    /// <summary>Largest file to upload, in MiB. Without it any size is fine.</summary>
    [Range(1, 1L << 30)]
    public long? FileSizeLimitMb { get; init; }

    /// <summary>Whether content is screened: secrets, programs, scripts in documents, and files that are not what their extension says are left out.</summary>
    public bool ScreenContent { get; init; } = true;

    /// <summary>Whether videos whose frame rate varies are left out. It takes ffprobe; without it no video is checked.</summary>
    public bool CheckFrameRate { get; init; } = true;

    /// <summary>Whether a data unit is left out whose files have the same content as those of one before it.</summary>
    public bool SkipLocalDuplicates { get; init; } = true;

    /// <summary>Whether a data unit is left out when the data collection has the contents of all its files already, from an upload before.</summary>
    public bool SkipExistingChecksums { get; init; }

    /// <summary>Data units that are uploaded at once. Small files become durable together, so many at once are much faster.</summary>
    [Range(1, 1000)]
    public int UploadMaxWorkers { get; init; } = 256;

    /// <summary>How often a failed upload is tried again.</summary>
    [Range(0, 10)]
    public int UploadMaxRetries { get; init; } = 2;

    /// <summary>Data units that are created with one call.</summary>
    [Range(1, 1000)]
    public int CreatingDataUnitBatchSize { get; init; } = 200;

    /// <summary>Calls that create data units at once.</summary>
    [Range(1, 100)]
    public int CreatingDataUnitMaxWorkers { get; init; } = 1;

    /// <summary>How often a failed creation of data units is tried again.</summary>
    [Range(0, 10)]
    public int CreatingDataUnitMaxRetries { get; init; } = 2;

    partial void Validate(ParamErrors errors)
    {
        if (UseSinglePath && string.IsNullOrWhiteSpace(Path))
        {
            errors.Add(nameof(Path), "missing: name the folder to upload, or set use_single_path to false and give assets.");
        }
        if (!UseSinglePath && Assets is not { Count: > 0 })
        {
            errors.Add(nameof(Assets), "missing: give a folder for each file specification, or set use_single_path to true and give a path.");
        }
    }
}

/// <summary>The folder with the files of one specification.</summary>
[Params]
public sealed partial record AssetFolder
{
    /// <summary>The folder.</summary>
    [MinLength(1)]
    public required string Path { get; init; }

    /// <summary>Whether folders below are searched too.</summary>
    public bool IsRecursive { get; init; } = true;
}

/// <summary>What makes files of different specifications one data unit.</summary>
public enum FileGrouping
{
    /// <summary>The same path within their folders, without extension: <c>cam1/0001.png</c> and <c>cam1/0001.json</c>.</summary>
    Path,

    /// <summary>The same name without extension, in whatever folder.</summary>
    Name,
}

/// <summary>How large a metadata table may be. A larger one fails the upload before a file is sent.</summary>
[Params]
public sealed partial record MetadataLimits
{
    /// <summary>Size of the file, in MiB; of an .xlsx also that of what is packed in it, twentyfold.</summary>
    [Range(1, 1000)]
    public int MaxFileSizeMb { get; init; } = 10;

    /// <summary>Rows below the header.</summary>
    [Range(1, 1_000_000)]
    public int MaxRows { get; init; } = 100_000;

    /// <summary>Columns.</summary>
    [Range(2, 16_384)]
    public int MaxColumns { get; init; } = 300;

    /// <summary>Characters of a file name in the first column.</summary>
    [Range(1, 1000)]
    public int MaxFilenameLength { get; init; } = 255;

    /// <summary>Characters of a column's name.</summary>
    [Range(1, 500)]
    public int MaxColumnNameLength { get; init; } = 100;

    /// <summary>Characters of a value.</summary>
    [Range(1, 100_000)]
    public int MaxMetadataValueLength { get; init; } = 1000;
}
