namespace Synapse.Runtime.Journal;

/// <summary>Who works on a run: shown, never compared.</summary>
internal sealed record ProcessIdentity(int Pid, string? Boot, string Host, string? PluginVersion, string? Binary, string? Arguments)
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    public static ProcessIdentity Current(string? pluginVersion = null, string? binary = null, string? arguments = null) => new(
        Environment.ProcessId,
        File.Exists(BootIdFile) ? File.ReadAllText(BootIdFile).Trim() : null,
        Environment.MachineName,
        pluginVersion,
        binary,
        arguments);
}
