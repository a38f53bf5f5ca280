using System.Formats.Tar;
using System.IO.Compression;
using Synapse.Runtime.Journal.Posix;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal.Archives;

/// <summary>Writes a run into one file that <c>tar</c> can read. The caller holds the run's lock, so that nothing moves.</summary>
internal static class RunExport
{
    /// <param name="run">The run.</param>
    /// <param name="file">A file that does not exist; it has its name only once it is complete.</param>
    /// <returns>Links and other special files of the run, which are left out.</returns>
    /// <exception cref="StateException">The journal is damaged.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static IReadOnlyList<string> Write(RunFolder run, string file)
    {
        var temporary = file + ".tmp";
        var journal = file + ".journal.tmp";
        try
        {
            CopyJournal(run, journal);
            IReadOnlyList<string> leftOut;
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
                using (var tar = new TarWriter(zip, TarEntryFormat.Pax, leaveOpen: true))
                {
                    tar.WriteEntry(journal, Name(run, ArchiveNames.Journal));
                    leftOut = WriteFiles(run, tar);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: false);
            DirectorySync.Flush(Path.GetDirectoryName(file)!);
            return leftOut;
        }
        finally
        {
            File.Delete(journal);
            File.Delete(temporary);
        }
    }

    // One file that holds what is committed, whether or not the last process folded its log.
    private static void CopyJournal(RunFolder run, string target)
    {
        File.Delete(target);
        JournalReader.Look(run, database =>
        {
            using var vacuum = database.Prepare("VACUUM INTO ?1");
            vacuum.Bind(1, target).Run();
            return 0;
        });
    }

    private static List<string> WriteFiles(RunFolder run, TarWriter tar)
    {
        var leftOut = new List<string>();
        foreach (var entry in new DirectoryInfo(run.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).OrderBy(static entry => entry.FullName, StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(run.Path, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (name == ArchiveNames.Journal || ArchiveNames.IsLeftOut(name))
            {
                continue;
            }

            if (IsPlain(entry))
            {
                tar.WriteEntry(entry.FullName, Name(run, name));
            }
            else
            {
                leftOut.Add(name);
            }
        }

        return leftOut;
    }

    private static bool IsPlain(FileSystemInfo entry) =>
        entry.LinkTarget is null && (entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) == 0;

    private static string Name(RunFolder run, string name) => $"{run.Id.Text}/{name}";
}
