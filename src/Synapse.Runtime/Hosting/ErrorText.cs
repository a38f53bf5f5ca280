namespace Synapse.Runtime.Hosting;

/// <summary>Writes errors to standard error: the plugin's name first, then what is wrong, then what to do.</summary>
internal static class ErrorText
{
    public static void Write(HostContext host, string message)
    {
        host.Console.Out.Flush();
        host.Console.Error.WriteLine($"{host.Plugin.Code}: {message}");
        host.Console.Error.Flush();
    }

    public static void Write(HostContext host, UsageException e)
    {
        host.Console.Out.Flush();
        var writer = host.Console.Error;
        writer.WriteLine($"{host.Plugin.Code}: {e.Message}");
        foreach (var problem in e.Problems)
        {
            writer.Write("  ");
            writer.WriteLine(problem.Replace("\n", "\n  ", StringComparison.Ordinal));
        }
        if (e.Advice.Length > 0)
        {
            writer.WriteLine(e.Advice);
        }
        writer.Flush();
    }
}
