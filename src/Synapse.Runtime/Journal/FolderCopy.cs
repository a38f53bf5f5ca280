namespace Synapse.Runtime.Journal;

/// <summary>Copies a folder with what is below it; links stay links. Where the file system can, blocks are shared and not copied.</summary>
internal static class FolderCopy
{
    public static void Copy(string source, string target, Func<string, bool> isLeftOut)
    {
        StateFolder.MakeDirectory(target);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            if (isLeftOut(entry.Name))
            {
                continue;
            }

            var to = Path.Combine(target, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(to, link);
            }
            else if (entry is DirectoryInfo)
            {
                Copy(entry.FullName, to, static _ => false);
            }
            else
            {
                File.Copy(entry.FullName, to);
            }
        }
    }
}
