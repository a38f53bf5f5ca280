using System.Text.Json;
using Synapse.Journaling;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>
/// A plugin whose one action <c>chain</c> has every kind of output: rows, items of a loop, a file and a value. It says what
/// ran, fails where it is told to and keeps what is finished.
/// </summary>
internal sealed class Chain
{
    private readonly List<string> _ran = [];

    /// <summary>The step that fails, or null.</summary>
    public string? FailsIn { get; set; }

    /// <summary>The item of <c>send</c> that fails, or 0.</summary>
    public int FailingItem { get; set; }

    public bool UndoFails { get; set; }

    public string SendPrint { get; set; } = "send";

    /// <summary>Called in <c>report</c>.</summary>
    public Action Reporting { get; set; } = static () => { };

    public IReadOnlyList<string> Ran
    {
        get
        {
            lock (_ran)
            {
                return [.. _ran];
            }
        }
    }

    public PluginDescriptor Plugin() => new()
    {
        Code = "fashion",
        Name = "Fashion classifier",
        Version = "1.2.3",
        Actions =
        [
            new ActionDescriptor<NoParams, NoResult>
            {
                Name = "chain",
                TypeName = "Fashion.Chain",
                Kind = ActionKind.Function,
                OnFailure = OnFailure.Keep,
                IsStepped = true,
                RegisterCodecs = static () => LoopCodecs.Register(Number.Instance),
                ResultStep = 3,
                Steps =
                [
                    new() { Name = "list", Method = "Chain.List", Fingerprint = "list", OutputIsRows = true, Run = ListAsync },
                    new() { Name = "send", Method = "Chain.Send", Fingerprint = SendPrint, OutputIsRows = true, Run = SendAsync, Rollback = UndoAsync },
                    new() { Name = "large", Method = "Chain.Large", Fingerprint = "large", Run = Large },
                    new() { Name = "report", Method = "Chain.Report", Fingerprint = "report", Run = Report },
                ],
            },
        ],
    };

    private async ValueTask ListAsync(StepScope scope)
    {
        Note("list");
        await scope.WriteRowsAsync(new DurableList<int>([1, 2, 3]), Number.Instance);
    }

    private async ValueTask SendAsync(StepScope scope)
    {
        Note("send");
        var sent = await scope.Context.ForEachAsync(
            scope.ReadRows(0, Number.Instance), static item => $"item {item}", (item, _) => Task.FromResult(Send(item)), parallelism: 1);
        await scope.WriteRowsAsync(sent, Number.Instance);
    }

    private int Send(int item)
    {
        Note($"send {item}");
        return item == FailingItem ? throw new IOException($"no room for {item}") : 10 * item;
    }

    private ValueTask UndoAsync(StepScope scope)
    {
        Note("undo send");
        return UndoFails ? throw new IOException("cannot be undone") : default;
    }

    private ValueTask Large(StepScope scope)
    {
        Note("large");
        Directory.CreateDirectory(scope.Context.WorkDir);
        File.WriteAllText(Path.Combine(scope.Context.WorkDir, "notes.txt"), "kept");
        scope.Write(new string('x', 300_000).Length, new Padded());
        return default;
    }

    private ValueTask Report(StepScope scope)
    {
        Note("report");
        Reporting();
        var sum = scope.ReadRows(1, Number.Instance).Sum() + scope.Read(2, new Padded());
        scope.Write(sum, Number.Instance);
        return default;
    }

    private void Note(string what)
    {
        lock (_ran)
        {
            _ran.Add(what);
        }
        if (what == FailsIn)
        {
            throw new IOException("disk gone");
        }
    }

    private sealed class Number : Codec<int>
    {
        public static readonly Number Instance = new();

        public override string Shape => "int";

        public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

        public override int Read(ref Utf8JsonReader reader) => reader.GetInt32();
    }

    /// <summary>A number that takes so much room that it is kept as a file.</summary>
    private sealed class Padded : Codec<int>
    {
        public override string Shape => "text";

        public override void Write(Utf8JsonWriter writer, int value) => writer.WriteStringValue(new string('x', value));

        public override int Read(ref Utf8JsonReader reader) => reader.GetString()!.Length;
    }
}
