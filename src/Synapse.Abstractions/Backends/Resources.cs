using System.Collections.ObjectModel;
using System.Text.Json;

namespace Synapse.Backends;

/// <summary>A file on this machine that is to be uploaded.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">The name to store it under, for instance its path within the uploaded folder.</param>
public sealed record SourceFile(string Path, string Name);

/// <summary>An uploaded file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name it is stored under.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Checksum">SHA-256 of the content, lower-case hexadecimal.</param>
public sealed record DataFile(long Id, string Name, long Size, string Checksum);

/// <summary>A data unit to create.</summary>
/// <param name="Files">Ids of uploaded files by the name of their part, for instance <c>image</c>.</param>
public sealed record NewDataUnit(IReadOnlyDictionary<string, long> Files)
{
    /// <summary>The data collection it belongs to, or null.</summary>
    public long? Collection { get; init; }

    /// <summary>What is known of it, by name.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Names of the groups it is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>A data unit: what people label.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Files">Ids of its files by the name of their part.</param>
public sealed record DataUnit(long Id, IReadOnlyDictionary<string, long> Files)
{
    /// <summary>The data collection it belongs to, or null.</summary>
    public long? Collection { get; init; }

    /// <summary>What is known of it, by name.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Names of the groups it is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>A dataset: data units with ground truth, in splits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record Dataset(long Id, string Name);

/// <summary>A version of a dataset: its items as they were when it was made.</summary>
/// <param name="Id">Its id, unique among the versions of all datasets.</param>
/// <param name="Dataset">The dataset's id.</param>
/// <param name="Number">1 for a dataset's first version, and so on.</param>
public sealed record DatasetVersion(long Id, long Dataset, int Number);

/// <summary>A data unit to add to a dataset.</summary>
/// <param name="DataUnit">The data unit's id.</param>
/// <param name="Split">The split, for instance <c>train</c>.</param>
/// <param name="Label">The ground truth of a classification, or null.</param>
public sealed record NewDatasetItem(long DataUnit, string Split, string? Label)
{
    /// <summary>The ground truth as JSON, where it is more than a class; else null.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The task it comes from, or null.</summary>
    public long? Task { get; init; }
}

/// <summary>A data unit in a dataset.</summary>
/// <param name="DataUnit">The data unit's id.</param>
/// <param name="Split">The split.</param>
/// <param name="Label">The ground truth of a classification, or null.</param>
/// <param name="Files">The unit's files by the name of their part.</param>
public sealed record DatasetItem(long DataUnit, string Split, string? Label, IReadOnlyDictionary<string, DataFile> Files);

/// <summary>A stored model.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Checksum">SHA-256 of the content, lower-case hexadecimal.</param>
/// <param name="Metrics">What was measured of it.</param>
public sealed record Model(long Id, string Name, long Size, string Checksum, IReadOnlyDictionary<string, double> Metrics);
