namespace Synapse.Actions.Uploading.Screening;

/// <summary>Files that are no data by their name.</summary>
internal static class NameRules
{
    private static readonly HashSet<string> SecretNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ".env", "credentials", ".netrc", ".npmrc", ".pypirc", ".pgpass", ".htpasswd", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519",
    };

    private static readonly HashSet<string> SecretExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".env", ".pem", ".key", ".p12", ".pfx", ".jks", ".keystore",
    };

    private static readonly HashSet<string> ProgramExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".dll", ".so", ".dylib", ".com", ".scr", ".msi", ".cpl", ".sys", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".wsf", ".hta",
        ".sh", ".bash", ".zsh", ".csh", ".ksh", ".jar", ".apk", ".app", ".deb", ".rpm",
    };

    /// <summary>Why a file of that name is not uploaded, or null.</summary>
    public static string? Problem(string name)
    {
        var extension = Path.GetExtension(name);
        return SecretNames.Contains(name) || SecretExtensions.Contains(extension)
                || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("credentials.", StringComparison.OrdinalIgnoreCase)
                ? "SENSITIVE_FILE: a file of that name usually holds secrets. Rename it, or set screen_content to false."
            : ProgramExtensions.Contains(extension) ? $"EXECUTABLE: '{extension}' is the extension of a program. Rename it, or set screen_content to false."
            : null;
    }
}
