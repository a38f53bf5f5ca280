namespace Synapse.Runtime.TestPlugin;

/// <summary>Counts what happened outside the run: a line per effect, which survives the process that wrote it.</summary>
internal sealed class EffectFile(string path)
{
    private readonly Lock _gate = new();

    public void Add(string effect)
    {
        lock (_gate)
        {
            File.AppendAllText(path, effect + "\n");
        }
    }

    public IReadOnlyList<string> Read() => File.Exists(path) ? File.ReadAllLines(path) : [];
}
