using System.Diagnostics;
using System.Globalization;

namespace Synapse.Crash.Tests.Support;

/// <summary>What the shim does to one process; see shim/shim.c. Calls count from 1.</summary>
internal sealed record Fault
{
    public const int NoSpace = 28;
    public const int InputOutput = 5;

    private static readonly Lazy<string> Library = new(Build);

    public int KillAt { get; init; }

    public int FailAt { get; init; }

    public int Errno { get; init; }

    public bool Forever { get; init; }

    public int ShortAt { get; init; }

    public string? Trace { get; init; }

    public string? Failpoint { get; init; }

    public string? Weakness { get; init; }

    private bool NeedsShim => KillAt > 0 || FailAt > 0 || ShortAt > 0 || Trace is not null;

    public void Into(IDictionary<string, string?> environment, string root)
    {
        environment["SYNAPSE_FAILPOINT"] = Failpoint;
        environment["SYNAPSE_WEAKEN"] = Weakness;
        if (!NeedsShim)
        {
            return;
        }

        environment["LD_PRELOAD"] = Library.Value;
        environment["SHIM_ROOT"] = root;
        environment["SHIM_TRACE"] = Trace;
        Number("SHIM_KILL", KillAt);
        Number("SHIM_FAIL", FailAt);
        Number("SHIM_ERRNO", Errno);
        Number("SHIM_FOREVER", Forever ? 1 : 0);
        Number("SHIM_SHORT", ShortAt);

        void Number(string name, int value) => environment[name] = value == 0 ? null : value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Build()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "shim.so");
        var compiler = new[] { "gcc", "clang" }.First(name => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name))));
        using var process = Process.Start(compiler, ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Wno-nonnull-compare", "-Werror", "-o", library, Repository.ShimSource, "-ldl", "-lpthread"]);
        process.WaitForExit();
        return process.ExitCode == 0 ? library : throw new InvalidOperationException($"{compiler} could not build {Repository.ShimSource}.");
    }
}
