namespace Synapse.Actions.Uploading;

/// <summary>Whether a path stays below a folder.</summary>
internal static class Inside
{
    /// <param name="root">An absolute folder.</param>
    /// <param name="path">An absolute path without <c>..</c>.</param>
    public static bool Of(string root, string path) =>
        path.StartsWith(root, StringComparison.Ordinal)
        && (path.Length == root.Length || Path.EndsInDirectorySeparator(root) || path[root.Length] == Path.DirectorySeparatorChar);
}
