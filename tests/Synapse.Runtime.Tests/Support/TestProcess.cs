using System.Diagnostics;

namespace Synapse.Runtime.Tests.Support;

/// <summary>The test plugin as a process of its own, to be killed.</summary>
internal sealed class TestProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private TestProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static TestProcess Start(params string[] arguments) => Start(new Dictionary<string, string?>(), arguments);

    public static TestProcess Start(Dictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Synapse.Runtime.TestPlugin"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new TestProcess(Process.Start(start)!);
    }

    public string? ReadLine() => _process.StandardOutput.ReadLine();

    public int Id => _process.Id;

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public int WaitForExit()
    {
        Assert.True(_process.WaitForExit(60_000), "the process did not end");
        return _process.ExitCode;
    }

    public string Errors => _errors.Result;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
