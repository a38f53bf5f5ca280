using System.Diagnostics;
using System.Globalization;

namespace Synapse.Bench;

/// <summary>Binding of params, against a reader written by hand; both in one native program.</summary>
internal sealed class BindBench(string artifacts)
{
    public IEnumerable<Figure> Bind()
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(artifacts, "bench", "Bind", "Bind")) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        var figures = lines.Select(l => l.Split(' ')).ToDictionary(l => l[0], l => (Value: Number(l[1]), Floor: Number(l[2])));
        yield return new("bind.time", figures["time"].Value, "ns", figures["time"].Floor, "a record of six; floor: a Utf8JsonReader loop written by hand; goal 1.2");
        yield return new("bind.alloc", figures["alloc"].Value, "bytes", figures["alloc"].Floor, "the same; goal 1.0");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
