using System.Diagnostics;
using System.Security.Cryptography;
using Synapse.Runtime.Running;

namespace Synapse.Crash.Tests.Support;

/// <summary>How a process of a plugin ended.</summary>
internal sealed record Ended(int ExitCode, string Output)
{
    private const int Killed = 128 + 9;

    public bool WasKilled => ExitCode == Killed;
}

/// <summary>One state folder, the processes that work in it one after another, and what is true of it after each.</summary>
internal sealed class World : IDisposable
{
    private const int MaxProcesses = 25;

    private static readonly string Place = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
    private static readonly Lazy<string> SourceFiles = new(MakeFiles);

    private readonly string _folder = Path.Combine(Place, "synapse-crash-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly Invariants _invariants;

    /// <param name="scenario">What runs in it.</param>
    /// <param name="effects">What has happened already.</param>
    public World(Scenario scenario, IEnumerable<Effect>? effects = null)
        : this(scenario, effects ?? [], new Invariants(scenario))
    {
    }

    private World(Scenario scenario, IEnumerable<Effect> effects, Invariants invariants)
    {
        Scenario = scenario;
        _invariants = invariants;
        Directory.CreateDirectory(Root);
        Counter = new EffectCounter(Path.Combine(_folder, "counter"), effects);
    }

    public Scenario Scenario { get; }

    public EffectCounter Counter { get; }

    /// <summary>The watched folder; the state folder is in it, so that making that one is watched, too.</summary>
    public string Root => Path.Combine(_folder, "root");

    public string State => Path.Combine(Root, ".synapse");

    public string Trace => Path.Combine(_folder, "trace");

    public JournalView? View => _invariants.View;

    public string Scratch => Path.Combine(_folder, "look");

    /// <summary>What has happened in it so far, in a folder of its own.</summary>
    public World Fork()
    {
        var fork = new World(Scenario, Counter.Effects, _invariants.Fork());
        FolderCopy.Copy(Root, fork.Root);
        return fork;
    }

    public IEnumerable<string> StartArguments => Scenario.Arguments(SourceFiles.Value);

    public Ended Start(Fault? fault = null) => Run(StartArguments, fault);

    public Ended Resume(Fault? fault = null) => Run(["resume", "last"], fault);

    /// <summary>Starts again only if nothing of the run was ever promised.</summary>
    public Ended Continue(Fault? fault = null) => View is null ? Start(fault) : Resume(fault);

    /// <summary>A start that died before anything was promised is no run: resume does not find it.</summary>
    public void NothingIsListedThatNeverBegan()
    {
        if (View is null)
        {
            var ended = Resume();
            Assert.True(ended.ExitCode == (int)ExitCode.Usage, $"Nothing of the run was promised, and resume ended with {ended.ExitCode}.\n{ended.Output}");
        }
    }

    /// <summary>Runs until the run has ended for good, and checks what must be true then.</summary>
    public void RunToEnd(bool mayUndo = false)
    {
        for (var i = 0; View is not { IsTerminal: true }; i++)
        {
            Assert.True(i < MaxProcesses, $"{MaxProcesses} processes did not bring the run to its end; it is {View?.State}.");
            Continue();
        }

        AssertEnded(mayUndo);
    }

    /// <summary>Looks at the state folder as it is, and checks what must be true at the end.</summary>
    public void CheckEnd()
    {
        Observe();
        Assert.True(View is { IsTerminal: true }, $"The run is {View?.State}.");
        AssertEnded(mayUndo: false);
    }

    /// <summary>Looks at the state folder as it is, and checks what must be true always.</summary>
    public void Observe() => _invariants.Observe(JournalView.Read(State, Scratch), Counter.Effects);

    public Ended Run(IEnumerable<string> arguments, Fault? fault = null, string[]? around = null)
    {
        var ended = RunUnseen(arguments, fault, around);
        Observe();
        return ended;
    }

    /// <summary>Checks only that the plugin did not fall over.</summary>
    public Ended RunUnseen(IEnumerable<string> arguments, Fault? fault = null, string[]? around = null)
    {
        var ended = Spawn(arguments, fault ?? new Fault(), around);
        Assert.False(ended.Output.Contains("This is a bug", StringComparison.Ordinal) || ended.ExitCode is 134 or 139, $"Exit code {ended.ExitCode}.\n{ended.Output}");
        return ended;
    }

    public void Dispose()
    {
        Counter.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void AssertEnded(bool mayUndo)
    {
        _invariants.AtEnd(Counter.Effects, mayUndo);
        Uploads.Check(this, Scratch);
        if (Scenario.Action == "standard")
        {
            UploadReports.Check(this, mayFail: mayUndo);
        }
    }

    private Ended Spawn(IEnumerable<string> arguments, Fault fault, string[]? around)
    {
        string[] command = [.. around ?? [], Repository.Plugin, .. arguments, "--state", State];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        fault.Into(start.Environment, Root);
        start.Environment["CRASH_COUNTER"] = Counter.Path;
        start.Environment.Remove("SYNAPSE_STATE");
        Counter.Trace = fault.Trace;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill();
            Assert.Fail($"{string.Join(' ', command)} did not end.");
        }

        return new Ended(process.ExitCode, output.Result + errors.Result);
    }

    private static string MakeFiles()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "files")).FullName;
        foreach (var (name, length) in Scenario.Files)
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        return folder;
    }

    public static string Checksum(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(SourceFiles.Value, name))));
}
