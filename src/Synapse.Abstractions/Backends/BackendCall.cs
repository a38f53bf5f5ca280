namespace Synapse.Backends;

/// <summary>The creating calls of a backend, by the names under which they are journaled.</summary>
public static class BackendCall
{
    /// <summary>A file is uploaded.</summary>
    public const string UploadFile = "upload_file";

    /// <summary>Data units are created.</summary>
    public const string CreateDataUnits = "create_data_units";

    /// <summary>A dataset is created.</summary>
    public const string CreateDataset = "create_dataset";

    /// <summary>A model is stored.</summary>
    public const string CreateModel = "create_model";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [UploadFile, CreateDataUnits, CreateDataset, CreateModel];
}

/// <summary>What a backend can say of a creating call whose answer was lost, when it is repeated under its key.</summary>
public enum CallCertainty
{
    /// <summary>It keeps the key: the call is done once, and the repeat gets the first one's answer.</summary>
    Exact,

    /// <summary>It keeps no key, but finds what was created by its content.</summary>
    ByContent,

    /// <summary>It cannot tell. A run stops there, and goes on when a person says whether the call was done.</summary>
    Manual,
}
