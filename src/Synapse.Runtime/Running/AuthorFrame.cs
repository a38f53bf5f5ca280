namespace Synapse.Runtime.Running;

/// <summary>
/// Where in the author's code a failure comes from: <c>Upload.Send</c>, with file and line where the runtime knows them,
/// which is under the JIT with symbols.
/// </summary>
internal static class AuthorFrame
{
    private const string Generated = ".Wiring.";
    private static readonly string[] Others = ["System.", "Microsoft.", "Synapse.", "SQLitePCL."];

    /// <summary>Looked for in the innermost cause first: the outer ones are often the engine's own.</summary>
    public static string? Of(Exception exception)
    {
        var inner = exception.InnerException is { } cause ? Of(cause) : null;
        return inner ?? OfTrace(exception.StackTrace);
    }

    private static string? OfTrace(string? trace)
    {
        foreach (var line in (trace ?? "").EnumerateLines())
        {
            var frame = line.Trim();
            if (frame.StartsWith("at ", StringComparison.Ordinal) && IsAuthors(frame[3..]))
            {
                return Readable(frame[3..]);
            }
        }

        return null;
    }

    private static bool IsAuthors(ReadOnlySpan<char> frame)
    {
        foreach (var other in Others)
        {
            if (frame.StartsWith(other, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !frame.Contains(Generated, StringComparison.Ordinal);
    }

    // "Fashion.Infer.<ExecuteAsync>d__0.MoveNext() + 0x48b", or "… in /src/Infer.cs:line 12".
    private static string Readable(ReadOnlySpan<char> frame)
    {
        var place = frame.LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var at ? Place(frame[(at + 4)..]) : "";
        var end = frame.IndexOf('(');
        var name = end < 0 ? frame : frame[..end];
        if (name.IndexOf('<') is >= 0 and var open && name[open..].IndexOf('>') is > 1 and var close)
        {
            name = $"{name[..open]}{name[(open + 1)..(open + close)]}";
        }

        return $"{name}{place}";
    }

    private static string Place(ReadOnlySpan<char> source)
    {
        var line = source.LastIndexOf(":line ", StringComparison.Ordinal);
        return line < 0 ? "" : $" ({Path.GetFileName(source[..line])}:{source[(line + 6)..]})";
    }
}
