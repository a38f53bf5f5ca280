namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The words of the command line, taken one by one.</summary>
internal sealed class Arguments(string[] words)
{
    private int _next;

    public bool IsEmpty => _next >= words.Length;

    public bool TryTake(out string word)
    {
        var taken = !IsEmpty;
        word = taken ? words[_next++] : "";
        return taken;
    }

    public bool NextIsFlag() => !IsEmpty && words[_next].StartsWith("--", StringComparison.Ordinal);

    /// <summary>Whether help is asked for anywhere in what is left.</summary>
    public bool AsksForHelp()
    {
        for (var i = _next; i < words.Length; i++)
        {
            if (words[i] is "--help" or "-h")
            {
                return true;
            }
        }
        return false;
    }
}
