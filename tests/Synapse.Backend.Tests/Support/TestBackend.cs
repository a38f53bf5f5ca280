using System.Globalization;
using System.Security.Cryptography;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Backend.Tests.Support;

/// <summary>A state folder of its own, with a folder of source files beside it.</summary>
internal sealed class TestBackend : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("synapse-backend-").FullName;
    private LocalBackend? _open;

    public TestBackend() => Directory.CreateDirectory(Source);

    public string State => Path.Combine(_root, StateFolder.FolderName);

    public StateFolder StateFolder => StateFolder.At(State);

    public string Folder => StateFolder.Backend;

    public string Source => Path.Combine(_root, "source");

    public LocalBackend Backend => _open ??= new(StateFolder);

    public IDataFiles Files => Backend.DataFiles;

    /// <summary>What another process would see.</summary>
    public LocalBackend Second() => new(StateFolder);

    public void Reopen()
    {
        _open?.Dispose();
        _open = null;
    }

    public string Segment(int number = 1) =>
        Path.Combine(Folder, "segments", number.ToString("D6", CultureInfo.InvariantCulture) + ".seg");

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Source, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, int size, int seed = 1)
    {
        var content = new byte[size];
        new Random(seed).NextBytes(content);
        return Write(name, content);
    }

    public Task<DataFile> UploadAsync(string name, int size = 400, string? key = null, int seed = 1) =>
        Files.UploadAsync(Write(name, size, seed), name, key ?? name);

    public async Task<string> ChecksumAsync(long id)
    {
        await using var content = await Files.OpenAsync(id);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    }

    /// <summary>A number out of the index.</summary>
    public long Query(string sql)
    {
        using var index = SqliteDatabase.Open(Path.Combine(Folder, "local.db"), SqliteOpenMode.ReadWrite);
        return index.QueryInt64(sql);
    }

    public void Dispose()
    {
        _open?.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
