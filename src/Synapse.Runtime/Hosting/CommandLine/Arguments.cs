namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>The words of the command line, taken one by one.</summary>
internal sealed class Arguments(IReadOnlyList<string> words)
{
    private int _next;

    public bool IsEmpty => _next >= words.Count;

    public bool TryTake(out string word)
    {
        var taken = !IsEmpty;
        word = taken ? words[_next++] : "";
        return taken;
    }

    public bool NextIsFlag() => !IsEmpty && words[_next].StartsWith("--", StringComparison.Ordinal);

    /// <summary>The next word, which stays; empty at the end.</summary>
    public string Peek() => IsEmpty ? "" : words[_next];
}
