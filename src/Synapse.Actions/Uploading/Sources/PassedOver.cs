namespace Synapse.Actions.Uploading;

/// <summary>What desktops, file servers and tools leave among the files; the names are those that the platform's own uploads pass over.</summary>
internal static class PassedOver
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", "@eaDir", ".@__thumb", "@Recycle", "#recycle", ".synology", "__pycache__", ".git",
    };

    public static bool Has(string name) => Names.Contains(name);
}
