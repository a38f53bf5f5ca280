namespace Synapse.Actions;

/// <summary>A file of a task's data unit.</summary>
public abstract class TaskFile
{
    private readonly DataFile _file;
    private readonly IBackend _backend;

    private protected TaskFile(string specification, DataFile file, IBackend backend)
    {
        Specification = specification;
        _file = file;
        _backend = backend;
    }

    /// <summary>The file's specification in the data collection.</summary>
    public string Specification { get; }

    /// <summary>The file's id.</summary>
    public long Id => _file.Id;

    /// <summary>The name it is stored under.</summary>
    public string Name => _file.Name;

    /// <summary>Bytes.</summary>
    public long Size => _file.Size;

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Checksum => _file.Checksum;

    /// <summary>Opens the content.</summary>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">It is gone or damaged. Damage may show while the stream is read, at its end at the latest.</exception>
    public Task<Stream> OpenAsync(CancellationToken ct = default) => _backend.DataFiles.OpenAsync(_file.Id, ct);

    /// <summary>Reads the whole content.</summary>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="BackendException">It is gone or damaged.</exception>
    public async Task<byte[]> ReadAsync(CancellationToken ct = default)
    {
        await using var content = await OpenAsync(ct);
        using var memory = new MemoryStream(checked((int)Size));
        await content.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}

/// <summary>The file of a task that people look at.</summary>
public sealed class PrimaryFile : TaskFile
{
    internal PrimaryFile(string specification, DataFile file, IBackend backend)
        : base(specification, file, backend)
    {
    }
}

/// <summary>The file of a task that annotations are made out of.</summary>
public sealed class TargetFile : TaskFile
{
    internal TargetFile(string specification, DataFile file, IBackend backend)
        : base(specification, file, backend)
    {
    }
}
