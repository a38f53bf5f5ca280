using Synapse.Actions.Uploading;

namespace Synapse.Actions.Exporting.Places;

/// <summary>The folder in which an export's folder is made.</summary>
internal static class Target
{
    /// <param name="storage">The storage's folder, absolute, or null when there is none.</param>
    /// <param name="path">The folder as it was given.</param>
    /// <returns>The folder, or what is wrong with it.</returns>
    public static (string? Path, string? Problem) Find(string? storage, string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return (null, "the path has a character NUL, which no path has.");
        }

        var full = Path.GetFullPath(storage is null ? path : Path.Combine(storage, path));
        try
        {
            return Problem(storage, full) is { } problem ? (null, problem) : (full, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{full} cannot be looked at: {e.Message.TrimEnd('.')}.");
        }
    }

    private static string? Problem(string? storage, string full)
    {
        if (storage is null)
        {
            return FileInTheWay(full);
        }

        return !Inside.Of(storage, full) ? $"{full} lies outside of the storage, {storage}."
            : !Directory.Exists(storage) ? $"the storage's folder {storage} is not there."
            : !Inside.Of(RealPath.Of(storage), RealPath.Of(full)) ? $"{full} leads out of the storage, {storage}, by a link."
            : FileInTheWay(full);
    }

    private static string? FileInTheWay(string full)
    {
        for (var path = full; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                return $"{path} is a file. Give the path of a folder.";
            }
        }

        return null;
    }
}
