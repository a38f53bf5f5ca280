namespace Synapse.Bench;

/// <summary>What a start costs, against native programs that do the least possible.</summary>
internal sealed class StartBench(string artifacts)
{
    private const int Rounds = 120;

    private string Bare => Path.Combine(artifacts, "bench", "Bare", "Bare");

    private string BareSqlite => Path.Combine(artifacts, "bench", "BareSqlite", "BareSqlite");

    private string Empty => Path.Combine(artifacts, "bench", "Empty", "Empty");

    private string Fashion => Path.Combine(artifacts, "fashion", "fashion");

    public IEnumerable<Figure> Describe()
    {
        var (value, floor) = InTurn(() => Spawn.Milliseconds(Fashion, "describe"), () => Spawn.Milliseconds(Bare));
        yield return new("start.describe", value, "ms", floor, "floor: a native program that returns 0; goal 1.5");
    }

    public IEnumerable<Figure> Journaled()
    {
        var folder = Directory.CreateTempSubdirectory("synapse-bench-").FullName;
        try
        {
            var run = 0;
            var (value, floor) = InTurn(
                () => Spawn.Milliseconds(Empty, "run", "--state", Path.Combine(folder, "state"), "nothing"),
                () => Spawn.Milliseconds(Bare));
            yield return new("start.journaled", value, "ms", floor, "an empty journaled action; floor: a native program that returns 0; goal 3.5");
            (value, floor) = InTurn(
                () => Spawn.Milliseconds(Empty, "run", "--state", Path.Combine(folder, "state"), "nothing"),
                () => Spawn.Milliseconds(BareSqlite, Path.Combine(folder, $"{run++}.db")));
            yield return new("start.journaled.sqlite", value, "ms", floor, "the same; floor: a native program that opens, creates and commits one SQLite file; goal 1.3");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public IEnumerable<Figure> Size()
    {
        var beside = Path.Combine(artifacts, "fashion", "libe_sqlite3.so");
        var bytes = new FileInfo(Fashion).Length + (File.Exists(beside) ? new FileInfo(beside).Length : 0);
        yield return new("binary.bytes", bytes, "bytes", new FileInfo(Bare).Length, "the sample plugin; floor: a native program that returns 0; goal 8,388,608 bytes");
    }

    // In turn, and the median of each: drift of the machine then meets both alike.
    private static (double Value, double Floor) InTurn(Func<double> value, Func<double> floor)
    {
        var values = new List<double>();
        var floors = new List<double>();
        for (var i = 0; i < Rounds + 5; i++)
        {
            values.Add(value());
            floors.Add(floor());
        }
        return (Statistics.Median(values.Skip(5)), Statistics.Median(floors.Skip(5)));
    }
}
