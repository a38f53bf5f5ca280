using System.Globalization;
using Synapse.Bench;
using Synapse.Bench.Generators;

if (args is [GeneratorBench.ColdCommand, var contender, var count])
{
    GeneratorBench.PrintCold(contender, int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

var root = args[0];
var artifacts = Path.Combine(root, "artifacts");
var start = new StartBench(artifacts);
var step = new StepBench(artifacts);
var loop = new LoopBench(artifacts);
var bind = new BindBench(artifacts);
var annotate = new AnnotateBench(artifacts);
var upload = new UploadBench(artifacts);
var export = new ExportBench(artifacts);
int[] sizes = [20, 200, 1000];
var generators = sizes.Select(size => (size, bench: new GeneratorBench(size))).ToArray();
(string Name, Func<IEnumerable<Figure>> Run)[] benches =
[
    ("start.describe", start.Describe),
    ("start.journaled", start.Journaled),
    ("binary.bytes", start.Size),
    ("bind", bind.Bind),
    ("start.one_step", step.First),
    ("step", step.Boundary),
    ("runs.parallel8", step.Parallel),
    ("foreach", loop.Items),
    ("resume.1m", loop.Resume),
    ("progress.overhead", loop.Progress),
    ("upload.100k", upload.Small),
    ("upload.rss_400k", upload.Many),
    ("upload.large", upload.Large),
    ("export.100k", export.Many),
    ("annotate.overhead", annotate.Overhead),
    .. generators.Select(g => ($"generator.body.{g.size}", (Func<IEnumerable<Figure>>)g.bench.Body)),
    .. generators.Select(g => ($"generator.decl.{g.size}", (Func<IEnumerable<Figure>>)g.bench.Declaration)),
    .. generators.Select(g => ($"generator.cold.{g.size}", (Func<IEnumerable<Figure>>)g.bench.Cold)),
    ("analyzers.share", new AnalyzerBench().Share),
];

var wanted = args[1..];
var unknown = wanted.Where(w => !benches.Any(b => b.Name.StartsWith(w, StringComparison.Ordinal))).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"No bench is called {string.Join(", ", unknown)}. There are: {string.Join(", ", benches.Select(b => b.Name))}.");
    return 2;
}

var figures = new List<Figure>();
Console.WriteLine($"{"name",-28} {"value",12} {"unit",-6} {"floor",12} {"ratio",8}  note");
foreach (var bench in benches.Where(b => wanted.Length == 0 || wanted.Any(w => b.Name.StartsWith(w, StringComparison.Ordinal))))
{
    foreach (var figure in bench.Run())
    {
        figures.Add(figure);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Name,-28} {figure.Value,12:0.00} {figure.Unit,-6} {figure.Floor,12:0.00} {figure.Ratio,8:0.00}  {figure.Note}"));
    }
}

ResultsFile.Write(Path.Combine(root, "bench", "results.json"), figures, areAll: wanted.Length == 0);
return 0;
