namespace Synapse.Runtime.Hosting.Terminal;

/// <summary>What the output can show.</summary>
/// <param name="IsTerminal">Whether a person watches: standard output is a terminal that understands escapes.</param>
/// <param name="Color">Whether colours are wanted.</param>
/// <param name="Unicode">Whether more than ASCII can be shown.</param>
/// <param name="Width">Columns, asked for again whenever it matters.</param>
internal sealed record TerminalTraits(bool IsTerminal, bool Color, bool Unicode, Func<int> Width)
{
    /// <summary>Width of help and tables where there is no terminal to ask.</summary>
    public const int DefaultWidth = 100;

    /// <summary>A pipe or file.</summary>
    public static TerminalTraits Pipe { get; } = new(false, false, true, static () => DefaultWidth);

    public static TerminalTraits Detect(HostEnvironment environment)
    {
        var unicode = IsUnicode(environment);
        if (Console.IsOutputRedirected || !UnderstandsEscapes(environment))
        {
            return Pipe with { Unicode = unicode };
        }
        var color = string.IsNullOrEmpty(environment.Variable("NO_COLOR"));
        return new(true, color, unicode, TerminalSize.Columns);
    }

    private static bool UnderstandsEscapes(HostEnvironment environment) => OperatingSystem.IsWindows()
        ? environment.Variable("WT_SESSION") is not null
        : environment.Variable("TERM") is { Length: > 0 } and not "dumb";

    /// <summary>The first of these that is set decides, as in the C library.</summary>
    private static bool IsUnicode(HostEnvironment environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (environment.Variable(name) is { Length: > 0 } locale)
            {
                return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
            }
        }
        return false;
    }
}
