using System.Diagnostics;
using System.Globalization;

namespace Synapse.Backend.Tests.Support;

/// <summary>The test program as a process of its own, to be killed.</summary>
internal sealed class UploadProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private UploadProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static UploadProcess Start(TestBackend backend, string prefix, int parallelism)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Synapse.Backend.TestProgram"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "upload", backend.State, backend.Source, prefix, parallelism.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!);
    }

    /// <summary>The files it was told are uploaded: id, SHA-256, name.</summary>
    /// <param name="killAfter">How many to wait for before the process is killed; all that were printed until then count.</param>
    public List<(long Id, string Checksum, string Name)> Acknowledged(int? killAfter = null)
    {
        var files = new List<(long, string, string)>();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words.Length < 3)
            {
                break;
            }

            files.Add((long.Parse(words[0], CultureInfo.InvariantCulture), words[1], words[2]));
            if (files.Count == killAfter)
            {
                _process.Kill();
            }
        }

        _process.WaitForExit();
        if (killAfter is null)
        {
            Assert.True(_process.ExitCode == 0, _errors.Result);
        }

        return files;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
