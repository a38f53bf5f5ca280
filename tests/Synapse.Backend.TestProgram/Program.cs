using System.Globalization;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Backends.Local.Compaction;
using Synapse.Runtime.Journal;

namespace Synapse.Backend.TestProgram;

/// <summary>Uploads a folder in parallel and prints a line for each file once the backend acknowledged it, or compacts the backend.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["compact", var compacted])
        {
            LocalCompaction.Run(StateFolder.At(compacted), static (number, _) => Console.WriteLine(number));
            return 0;
        }

        if (args is not ["upload", var state, var source, var prefix, var parallelism])
        {
            return 64;
        }

        using var backend = new LocalBackend(StateFolder.At(state));
        using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        var options = new ParallelOptions { MaxDegreeOfParallelism = int.Parse(parallelism, CultureInfo.InvariantCulture) };
        await Parallel.ForEachAsync(Directory.EnumerateFiles(source).Order(StringComparer.Ordinal), options, async (path, ct) =>
        {
            var name = Path.GetFileName(path);
            var file = await backend.DataFiles.UploadAsync(path, name, prefix + name, ct: ct);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Id} {file.Checksum} {name}"));
        });
        return 0;
    }
}
