using System.Diagnostics;

namespace Synapse.EndToEnd.Tests.Support;

/// <summary>What a finished process said.</summary>
internal sealed record Said(int ExitCode, string Out, string Error)
{
    public string All => Out + Error;

    /// <summary>Fails with everything that was said when the exit code is another.</summary>
    public Said Exits(int code)
    {
        Assert.True(code == ExitCode, $"Exit code {ExitCode}, expected {code}.\n{All}");
        return this;
    }
}

/// <summary>Drives the published sample in a folder of its own.</summary>
internal sealed class Plugin : IDisposable
{
    private readonly string[] _command;

    public Plugin(params string[] command)
    {
        _command = command.Length == 0 ? [Repository.Fashion] : command;
        Folder = Directory.CreateTempSubdirectory("synapse-e2e-").FullName;
    }

    public string Folder { get; }

    public Said Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill();
            Assert.Fail($"{string.Join(' ', arguments)} did not end.");
        }
        return new(process.ExitCode, output.Result, error.Result);
    }

    public Process Start(params string[] arguments) => Launch([.. _command, .. arguments]);

    private Process Launch(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("SYNAPSE_STATE");
        return Process.Start(start)!;
    }

    /// <summary>Starts, waits until the newest run's events say something, and sends a signal.</summary>
    public Said SignalWhen(string eventText, string signal, params string[] arguments) =>
        SignalWhen(() => Events().Contains(eventText, StringComparison.Ordinal), $"the event {eventText}", signal, arguments);

    /// <summary>Starts, waits until files have been uploaded, and sends a signal.</summary>
    public Said SignalAfterUploads(int files, string signal, params string[] arguments) =>
        SignalWhen(() => BackendFile.Origins(Folder).Count >= files, $"{files} uploaded files", signal, arguments);

    /// <summary>Presses Ctrl-C once a step has begun. The run may have been quicker: then it ended by itself.</summary>
    public Said InterruptIn(string step, params string[] arguments)
    {
        using var process = Launch(["env", "--default-signal", .. _command, .. arguments]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var begun = $"\"type\":\"step_started\",\"step\":\"{step}\"";
        Assert.True(SpinWait.SpinUntil(() => process.HasExited || Events().Contains(begun, StringComparison.Ordinal), TimeSpan.FromMinutes(2)), $"{step} did not begin.");
        Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "Ctrl-C did not end it.");
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts, waits until something is so, and sends a signal.</summary>
    public Said SignalWhen(Func<bool> reached, string what, string signal, params string[] arguments)
    {
        // A shell's background job ignores SIGINT, and so would what it starts.
        using var process = Launch(["env", "--default-signal", .. _command, .. arguments]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var seen = SpinWait.SpinUntil(() => process.HasExited || reached(), TimeSpan.FromMinutes(2));
        Assert.True(seen && !process.HasExited, $"The run ended before {what}.\n{(process.HasExited ? output.Result + error.Result : Events())}");
        Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), $"SIG{signal} did not end it.");
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>The events of the newest run.</summary>
    public string Events()
    {
        var runs = Path.Combine(Folder, ".synapse", "runs");
        var newest = Directory.Exists(runs) ? Directory.GetDirectories(runs).Order(StringComparer.Ordinal).LastOrDefault() : null;
        var path = newest is null ? null : Path.Combine(newest, "events.jsonl");
        if (path is null || !File.Exists(path))
        {
            return string.Empty;
        }
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    public string WriteFile(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
