using System.Globalization;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Running;

/// <summary>A step's newest checkpoint: a file that is complete before it has its name.</summary>
internal sealed class CheckpointStore(RunFolder folder, string step)
{
    private string Directory => Path.Combine(folder.Work, ".checkpoints", step);

    public async Task SaveAsync(long number, Func<Stream, Task> write, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var last = Newest();
        if (last is { } newest && number <= newest)
        {
            throw new RunException($"Checkpoint {number} of step {step} comes after {newest}. Numbers must grow.");
        }

        System.IO.Directory.CreateDirectory(Directory);
        var path = PathOf(number);
        var temporary = path + ".tmp";
        await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            await write(stream);
            await stream.FlushAsync(ct);
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }

        ct.ThrowIfCancellationRequested();
        File.Move(temporary, path);
        DirectorySync.FlushUpTo(Directory, folder.Path);
        if (last is { } old)
        {
            File.Delete(PathOf(old));
        }
    }

    public Checkpoint? Load() => Newest() is { } number ? new Checkpoint(number, PathOf(number)) : null;

    private string PathOf(long number) => Path.Combine(Directory, number.ToString(CultureInfo.InvariantCulture));

    private long? Newest()
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            return null;
        }

        long? newest = null;
        foreach (var file in System.IO.Directory.EnumerateFiles(Directory))
        {
            if (long.TryParse(Path.GetFileName(file), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && (newest is null || number > newest))
            {
                newest = number;
            }
        }

        return newest;
    }
}
