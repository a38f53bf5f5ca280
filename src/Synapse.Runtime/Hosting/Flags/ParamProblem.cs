namespace Synapse.Runtime.Hosting.Flags;

/// <summary>Says where an error of the binder comes from: the flag that gave the value, the file, or the flag that would give it.</summary>
internal static class ParamProblem
{
    /// <summary>One line, or null when a mistyped flag already explains the error.</summary>
    public static string? Describe(ParamError error, ParamInput input)
    {
        if (error.Pointer.Length == 0)
        {
            return error.Message;
        }
        var path = Path(error.Pointer);
        var flag = GivenBy(input.Flags, path);
        if (flag is not null)
        {
            return $"{flag} ({error.Pointer}): {error.Message}";
        }
        if (path.Length == 1 && input.WasMeant(path[0]))
        {
            return null;
        }
        var wouldGive = path.Length == 1 && input.Fields.Any(field => field.Name == path[0])
            ? FlagName.Giving(path[0])
            : "--set " + string.Join('.', path);
        return (error.Code, input.File) switch
        {
            ("missing", _) or (_, null) => $"{wouldGive} ({error.Pointer}): {error.Message}",
            ("unknown", { } file) => $"{ParamsFile.Name(file)}, {error.Pointer}: {error.Message}",
            (_, { } file) => $"{ParamsFile.Name(file)}, {error.Pointer} (or {wouldGive}): {error.Message}",
        };
    }

    private static string? GivenBy(FlagObject flags, string[] path)
    {
        foreach (var name in path)
        {
            if (flags.Value(name) is { } value)
            {
                return value.Flag;
            }
            if (flags.Nested(name) is not { } nested)
            {
                return null;
            }
            flags = nested;
        }
        return null;
    }

    private static string[] Path(string pointer)
    {
        var path = pointer[1..].Split('/');
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = path[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }
        return path;
    }
}
