using System.Text;

namespace Synapse.Runtime.Hosting.Terminal;

/// <summary>The three streams of the process: buffered UTF-8, flushed when a verb is done.</summary>
internal sealed class HostConsole : IDisposable
{
    private const int BufferSize = 8192;

    private readonly Lazy<Stream> _input;
    private readonly SinkStream _output;

    public HostConsole(Func<Stream> input, Stream output, Stream error, TerminalTraits terminal)
    {
        _output = new SinkStream(output);
        _input = new(input);
        Out = Writer(_output);
        Error = Writer(new SinkStream(error));
        Terminal = terminal;
    }

    /// <summary>Opened when something is to be read from it.</summary>
    public Stream Input => _input.Value;

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>The bytes behind <see cref="Out"/>, for writers of their own buffer; flush <see cref="Out"/> first.</summary>
    public Stream OutBytes => _output;

    public TerminalTraits Terminal { get; }

    /// <summary>Why output was lost, unless its reader only went away.</summary>
    public IOException? OutputFault => _output.Fault;

    public static HostConsole Standard(HostEnvironment environment) => new(
        StandardStreams.Input,
        StandardStreams.Output(),
        StandardStreams.Error(),
        TerminalTraits.Detect(environment));

    public void Dispose()
    {
        Out.Flush();
        Error.Flush();
        _output.Dispose();
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize)
    {
        NewLine = "\n",
    };
}
