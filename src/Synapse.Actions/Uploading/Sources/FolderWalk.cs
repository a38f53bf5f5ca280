using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using Synapse.Actions.Uploading.Report;

namespace Synapse.Actions.Uploading;

/// <summary>Walks the folders of all specifications side by side.</summary>
internal sealed class FolderWalk(UploadSource source, ReportPart report, CancellationToken ct)
{
    /// <summary>Files with one path within their folders, without extension.</summary>
    public IEnumerable<FileGroup> ByPath() => Walk("", source.Folders);

    /// <summary>Files with one name without extension, in whatever folder; all of them are held in memory.</summary>
    public IEnumerable<FileGroup> ByName()
    {
        var groups = new SortedDictionary<string, List<GroupFile>>(StringComparer.Ordinal);
        foreach (var group in ByPath())
        {
            var name = Path.GetFileName(group.Key);
            if (!groups.TryGetValue(name, out var files))
            {
                groups.Add(name, files = []);
            }

            foreach (var file in group.Files)
            {
                if (files.Find(other => other.Specification == file.Specification) is { } first)
                {
                    DropSecond(file.Path, file.Specification, first.Path);
                }
                else
                {
                    files.Add(file);
                }
            }
        }

        return groups.Select(group => new FileGroup(group.Key, group.Value, ReadOnlyDictionary<string, string>.Empty));
    }

    private IEnumerable<FileGroup> Walk(string relative, IReadOnlyList<SourceFolder> folders)
    {
        ct.ThrowIfCancellationRequested();
        var listings = folders.Select(folder => Read(folder, relative)).ToList();
        foreach (var group in Merge(relative, folders, listings))
        {
            yield return group;
        }

        var below = new SortedDictionary<string, List<SourceFolder>>(StringComparer.Ordinal);
        for (var i = 0; i < folders.Count; i++)
        {
            if (!folders[i].IsRecursive)
            {
                continue;
            }

            foreach (var name in listings[i].Folders)
            {
                if (!below.TryGetValue(name, out var with))
                {
                    below.Add(name, with = []);
                }

                with.Add(folders[i]);
            }
        }

        listings.Clear(); // a large folder need not stay in memory while those below it are walked
        foreach (var (name, with) in below)
        {
            foreach (var group in Walk(relative.Length == 0 ? name : $"{relative}/{name}", with))
            {
                yield return group;
            }
        }
    }

    private FolderListing Read(SourceFolder folder, string relative) => FolderListing.Read(
        Path.Combine(folder.Path, relative), source.Root ?? folder.Path, (path, reason) => report.Drop(path, folder.Specification, reason));

    private IEnumerable<FileGroup> Merge(string relative, IReadOnlyList<SourceFolder> folders, List<FolderListing> listings)
    {
        var positions = new int[folders.Count];
        while (Smallest(listings, positions) is { } stem)
        {
            var files = new List<GroupFile>(folders.Count);
            for (var i = 0; i < folders.Count; i++)
            {
                Take(stem, relative, folders[i], CollectionsMarshal.AsSpan(listings[i].Files), ref positions[i], files);
            }

            yield return new(relative.Length == 0 ? stem : $"{relative}/{stem}", files, ReadOnlyDictionary<string, string>.Empty);
        }
    }

    private static string? Smallest(List<FolderListing> listings, int[] positions)
    {
        var smallest = default(FolderListing.Entry?);
        for (var i = 0; i < listings.Count; i++)
        {
            if (positions[i] < listings[i].Files.Count
                && (smallest is null || listings[i].Files[positions[i]].Stem.SequenceCompareTo(smallest.Value.Stem) < 0))
            {
                smallest = listings[i].Files[positions[i]];
            }
        }

        return smallest?.Stem.ToString();
    }

    private void Take(string stem, string relative, SourceFolder folder, ReadOnlySpan<FolderListing.Entry> entries, ref int position, List<GroupFile> files)
    {
        GroupFile? first = null;
        for (; position < entries.Length && entries[position].Stem.SequenceEqual(stem); position++)
        {
            var entry = entries[position];
            var name = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
            var path = Path.Combine(folder.Path, name);
            if (first is not null)
            {
                DropSecond(path, folder.Specification, first.Path);
                continue;
            }

            files.Add(first = new(folder.Specification, path, $"{folder.Specification}/{name}", entry.Size));
        }
    }

    private void DropSecond(string path, string specification, string first) =>
        report.Drop(path, specification, $"{first} has its place in the data unit already. Rename one of them.");
}
