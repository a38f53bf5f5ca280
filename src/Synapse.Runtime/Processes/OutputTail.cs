namespace Synapse.Runtime.Processes;

/// <summary>The last lines of an output.</summary>
internal sealed class OutputTail
{
    public const int MostCharacters = 256 * 1024;

    private readonly Queue<string> _lines = [];
    private int _characters;

    /// <summary>Whether something is missing.</summary>
    public bool IsTruncated { get; private set; }

    public void Add(string line, bool cut)
    {
        _lines.Enqueue(line);
        _characters += line.Length + 1;
        IsTruncated |= cut;
        while (_characters > MostCharacters)
        {
            _characters -= _lines.Dequeue().Length + 1;
            IsTruncated = true;
        }
    }

    public override string ToString() => string.Join('\n', _lines);

    public IEnumerable<string> Last(int count) => _lines.Skip(Math.Max(0, _lines.Count - count));
}
