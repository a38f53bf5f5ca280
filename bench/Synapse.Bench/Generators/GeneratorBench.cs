using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Synapse.Bench.Generators;

/// <summary>
/// What an edit and a cold run cost, against a generator that finds attributes and writes one line a type, and against
/// known generators that write as much.
/// </summary>
internal sealed class GeneratorBench(int actions)
{
    /// <summary>First argument of a process that measures one cold run.</summary>
    public const string ColdCommand = "--cold-run";

    private const int EditedFile = 7;
    private const int Warmup = 20;
    private const int Edits = 25;

    /// <summary>An edit inside a method.</summary>
    public IEnumerable<Figure> Body() => Edit("body", "body edit; goal 1.5", (c, i) => c.WithBody(EditedFile, i));

    /// <summary>An edit of a declaration: a property with another default.</summary>
    public IEnumerable<Figure> Declaration() => Edit("decl", "declaration edit; goal 4", (c, i) => c.WithDefault(EditedFile, i));

    /// <summary>The first run in a process of its own, as a compiler without a server has it.</summary>
    public IEnumerable<Figure> Cold()
    {
        Contender[] contenders = [.. All(), Contender.Reading];
        var times = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        for (var i = 0; i < (actions < 1000 ? 5 : 3); i++)
        {
            foreach (var contender in contenders)
            {
                times[contender.Name].Add(InOwnProcess(contender));
            }
        }
        var reading = new Figure($"generator.cold.{actions}.reading", Statistics.Median(times[Contender.Reading.Name]), "ms", Statistics.Median(times[Contender.Bare.Name]), "a generator that asks for the members and writes nothing of them: no wiring comes below this ratio");
        return Figures("cold", "first run of a process; goal 2", times).Append(reading);
    }

    /// <summary>What the process of a cold run does: prints its milliseconds.</summary>
    public static void PrintCold(string contender, int actions)
    {
        var runner = Contender.Find(contender);
        var compilation = runner.Compile(actions);
        var driver = runner.Driver();
        var time = ThreadTime.Of(() => driver = driver.RunGenerators(compilation));
        runner.Check(driver, actions);
        Console.WriteLine(time.ToString(CultureInfo.InvariantCulture));
    }

    private double InOwnProcess(Contender contender)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(GeneratorBench).Assembly.Location, ColdCommand, contender.Name, actions.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(output, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"The cold run of {contender.Name} failed.");
    }

    // All see each edit in turn, on compilations of their own: what one binds the other must not find bound.
    private IEnumerable<Figure> Edit(string kind, string note, Func<Contender, int, string> edited)
    {
        var projects = All().Select(c => new Project(c, actions)).ToArray();
        for (var i = 1; i <= Warmup + Edits; i++)
        {
            foreach (var project in projects)
            {
                project.Edit(SourceText.From(edited(project.Contender, i)));
            }
        }
        return Figures(kind, note, projects.ToDictionary(p => p.Contender.Name, p => p.Times.Skip(Warmup).ToList()));
    }

    private IEnumerable<Figure> Figures(string kind, string note, Dictionary<string, List<double>> times)
    {
        var ours = Statistics.Median(times[Contender.Synapse.Name]);
        yield return new($"generator.{kind}.{actions}", ours, "ms", Statistics.Median(times[Contender.Bare.Name]), $"{note}; floor: a bare ForAttributeWithMetadataName generator; processor time");
        foreach (var known in Contender.Known)
        {
            yield return new($"generator.{kind}.{actions}.{known.Name}", ours, "ms", Statistics.Median(times[known.Name]), $"the same; floor: {known.Name} on as many types; goal 1");
        }
    }

    private static Contender[] All() => [Contender.Bare, Contender.Synapse, .. Contender.Known];

    private sealed class Project
    {
        private GeneratorDriver _driver;
        private CSharpCompilation _compilation;

        public Project(Contender contender, int files)
        {
            Contender = contender;
            _compilation = contender.Compile(files);
            _driver = contender.Driver().RunGenerators(_compilation);
            contender.Check(_driver, files);
        }

        public Contender Contender { get; }

        public List<double> Times { get; } = [];

        public void Edit(SourceText text)
        {
            var tree = _compilation.SyntaxTrees[EditedFile];
            _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
            Times.Add(ThreadTime.Of(() => _driver = _driver.RunGenerators(_compilation)));
        }
    }
}
