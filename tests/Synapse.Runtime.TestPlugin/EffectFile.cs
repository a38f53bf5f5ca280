namespace Synapse.Runtime.TestPlugin;

/// <summary>Counts what happened outside the run: a line per effect, which survives the process that wrote it.</summary>
/// <param name="path">The file.</param>
/// <param name="slowAfter">From this many lines on each takes a while, so that whoever waits for them comes in time.</param>
internal sealed class EffectFile(string path, int slowAfter = int.MaxValue)
{
    private readonly Lock _gate = new();
    private int _lines = File.Exists(path) ? File.ReadLines(path).Count() : 0;

    public void Add(string effect)
    {
        lock (_gate)
        {
            File.AppendAllText(path, effect + "\n");
            if (++_lines >= slowAfter)
            {
                Thread.Sleep(10);
            }
        }
    }

    public IReadOnlyList<string> Read() => File.Exists(path) ? File.ReadAllLines(path) : [];
}
