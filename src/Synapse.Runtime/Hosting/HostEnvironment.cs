namespace Synapse.Runtime.Hosting;

/// <summary>What the host reads from its surroundings.</summary>
/// <param name="Command">The program as the user typed it, so that shown commands can be copied.</param>
/// <param name="CurrentDirectory">Where relative paths start.</param>
/// <param name="Variable">Environment variables by name.</param>
internal sealed record HostEnvironment(string Command, string CurrentDirectory, Func<string, string?> Variable)
{
    public static HostEnvironment Current(string pluginCode) => new(
        CommandName(Environment.GetCommandLineArgs()[0], pluginCode),
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariable);

    /// <summary>A full path is noise in examples, and under <c>dotnet</c> the name is a library's.</summary>
    internal static string CommandName(string typed, string pluginCode)
    {
        if (typed.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return pluginCode;
        }
        return Path.IsPathRooted(typed) ? Path.GetFileName(typed) : typed;
    }
}
