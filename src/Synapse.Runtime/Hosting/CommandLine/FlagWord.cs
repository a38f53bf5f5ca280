namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>A word that starts with a dash: <c>--name</c> or <c>--name=value</c>.</summary>
/// <param name="Name">The name with its dashes, as typed.</param>
/// <param name="Value">What stands after the <c>=</c>, or null.</param>
internal readonly record struct FlagWord(string Name, string? Value)
{
    /// <summary>A lone dash stands for standard input, so it is a value.</summary>
    public static bool IsFlag(string word) => word.Length > 1 && word[0] == '-';

    public static FlagWord Parse(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(word, null) : new(word[..equals], word[(equals + 1)..]);
    }

    /// <summary>The value: after the <c>=</c>, or else the next word. That may be a negative number, but not another flag.</summary>
    public bool TryTakeValue(Arguments arguments, out string value)
    {
        if (Value is not null)
        {
            value = Value;
            return true;
        }
        value = "";
        return !arguments.NextIsFlag() && arguments.TryTake(out value);
    }
}
