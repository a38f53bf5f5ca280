using System.Text;
using Synapse.Backends;
using Synapse.Runtime;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting;
using Synapse.Runtime.Hosting.Terminal;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>A plugin's command line in a folder of its own, without a process.</summary>
internal sealed class Cli : IDisposable
{
    public Cli(PluginDescriptor? plugin = null) => Plugin = plugin ?? new TestPlugin().Descriptor;

    public PluginDescriptor Plugin { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("synapse-cli-").FullName;

    public string Input { get; set; } = "";

    public Dictionary<string, string> Variables { get; } = [];

    public Func<Stream, Stream> Output { get; set; } = stream => stream;

    public Func<StateFolder, IBackend> Backend { get; set; } = static state => new LocalBackend(state);

    /// <summary>Arguments of the programs that were to take this one's place.</summary>
    public List<string[]> Restarts { get; } = [];

    public CliResult Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        ExitCode code;
        using (var console = new HostConsole(() => new MemoryStream(Encoding.UTF8.GetBytes(Input)), Output(output), error, TerminalTraits.Pipe))
        {
            var environment = new HostEnvironment("fashion", Folder, name => Variables.GetValueOrDefault(name));
            code = PluginHost.Run(new HostContext(Plugin, args, console, environment, Backend)
            {
                Restart = arguments =>
                {
                    Restarts.Add([.. arguments]);
                    return ExitCode.Done;
                },
            });
        }
        return new(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    public string Write(string name, string content)
    {
        File.WriteAllText(Path.Combine(Folder, name), content);
        return name;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record CliResult(ExitCode Code, string Output, string Error)
{
    public CliResult Fails(ExitCode code, params string[] says)
    {
        Assert.Equal(code, Code);
        Assert.All(says, text => Assert.Contains(text, Error, StringComparison.Ordinal));
        return this;
    }

    public CliResult Succeeds(params string[] says)
    {
        Assert.True(Code == ExitCode.Done, $"exit {Code}: {Error}");
        Assert.All(says, text => Assert.Contains(text, Output, StringComparison.Ordinal));
        return this;
    }
}
