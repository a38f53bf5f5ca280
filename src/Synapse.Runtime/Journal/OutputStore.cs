using System.Security.Cryptography;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal;

/// <summary>Keeps small outputs in the journal and large ones in files beside it.</summary>
internal sealed class OutputStore(RunFolder folder)
{
    public const int InlineLimit = 256 * 1024;
    public const int Limit = 64 * 1024 * 1024;

    /// <summary>A file is complete and durable before the row that names it is committed.</summary>
    public StepOutput Write(string step, int attempt, byte[] bytes)
    {
        if (bytes.Length <= InlineLimit)
        {
            return new StepOutput(bytes, null);
        }

        var name = $"{step}.{attempt}.json";
        WriteFile(name, bytes);
        return new StepOutput(null, new OutputFile(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>Takes a file of another run as it is.</summary>
    public void Take(OutputFile file, OutputStore from) => WriteFile(file.Name, from.Read(new StepOutput(null, file)));

    private void WriteFile(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Outputs, name);
        var temporary = path + ".tmp";
        try
        {
            MakeFolder();
            using (var handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write))
            {
                RandomAccess.Write(handle, bytes, 0);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, path, overwrite: true);
            DirectorySync.Flush(folder.Outputs);
        }
        catch (IOException e)
        {
            throw new JournalException($"The output {path} could not be written: {e.Message}", e);
        }
    }

    private void MakeFolder()
    {
        if (!Directory.Exists(folder.Outputs))
        {
            StateFolder.MakeDirectory(folder.Outputs);
            DirectorySync.Flush(folder.Path);
        }
    }

    public byte[] Read(StepOutput output)
    {
        if (output.Inline is { } inline)
        {
            return inline;
        }

        var file = output.File ?? throw new InvalidOperationException("An output is inline or a file.");
        var path = Path.Combine(folder.Outputs, file.Name);
        if (!File.Exists(path))
        {
            throw new StateException($"The file {path} is missing.");
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes.Length != file.Size)
        {
            throw new StateException($"The file {path} has {bytes.Length} bytes, and the step wrote {file.Size}.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) is var found && found != file.Sha256)
        {
            throw new StateException($"The file {path} has SHA-256 {found}, and the step wrote {file.Sha256}.");
        }

        return bytes;
    }
}
