namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>A record's magic number: four letters in the file.</summary>
internal enum RecordKind : uint
{
    /// <summary>"SYNC": the content of a file.</summary>
    Content = 0x434E5953,

    /// <summary>"SYNN": what the content written just before is called, for the day the index is lost.</summary>
    Names = 0x4E4E5953,
}
