using System.Text.Json;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;

namespace Synapse.Hosting.Tests.Reporting;

/// <summary>Event files that are full, and everybody who reads over them.</summary>
public sealed class EventRotationTests : IDisposable
{
    private static readonly EventLimits Small = new(2_000, 1_000_000);

    private readonly string _temporary = Directory.CreateTempSubdirectory("synapse-events-").FullName;
    private readonly RunFolder _run;

    public EventRotationTests() => _run = RunFolder.Create(StateFolder.Open(Path.Combine(_temporary, ".synapse")), RunId.New());

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    [Fact]
    public void Full_files_get_numbers_and_are_read_in_order()
    {
        Write(Small, 100);
        Assert.InRange(EventSegments.Full(_run.Events).Count, 5, 30);
        Assert.All(EventSegments.Full(_run.Events), number => Assert.InRange(new FileInfo(EventSegments.PathOf(_run.Events, number)).Length, 2_000, 2_500));
        Assert.Equal(Numbers(1, 100), Read());
    }

    [Fact]
    public void Numbering_goes_on_over_processes_even_right_after_a_rotation()
    {
        Write(Small, 50);
        File.Delete(_run.Events); // killed between the rename and the first line
        var last = Read()[^1];
        Write(Small, 50);
        Assert.Equal(Numbers(1, last + 50), Read());
    }

    [Fact]
    public void A_reader_follows_while_files_get_full()
    {
        using var log = Open(Small);
        Add(log, 1);
        using var reader = new EventReader(_run.Events);
        var seen = new List<long>();
        for (var i = 2; i <= 200; i++)
        {
            if (i % 7 == 0)
            {
                seen.AddRange(reader.ReadAll().Select(happened => happened.Sequence));
            }
            Add(log, i);
        }
        seen.AddRange(reader.ReadAll().Select(happened => happened.Sequence));
        Assert.Equal(Numbers(1, 200), seen);
    }

    [Fact]
    public async Task A_reader_misses_nothing_while_another_thread_writes()
    {
        using var log = Open(new EventLimits(500, 100_000_000));
        var writing = Task.Run(() =>
        {
            for (var i = 1; i <= 5_000; i++)
            {
                Add(log, i);
            }
        }, TestContext.Current.CancellationToken);
        var seen = new List<long>();
        SpinWait.SpinUntil(() => File.Exists(_run.Events));
        using var reader = new EventReader(_run.Events);
        bool more;
        do
        {
            more = !writing.IsCompleted;
            seen.AddRange(reader.ReadAll().Select(happened => happened.Sequence));
        }
        while (more);
        await writing;
        Assert.Equal(Numbers(1, 5_000), seen);
    }

    [Fact]
    public void A_sink_gets_every_event_over_all_files()
    {
        var sink = new Recorder();
        using (var log = Open(Small, sink))
        {
            for (var i = 1; i <= 300; i++)
            {
                Add(log, i);
            }
        }
        Assert.Equal(Numbers(1, 300), sink.Seen);
    }

    [Fact]
    public void A_torn_last_line_is_passed_over_when_its_file_gets_full()
    {
        Write(Small, 5);
        File.AppendAllText(_run.Events, """{"v":1,"seq":99""");
        Write(Small, 50);
        Assert.Equal(Numbers(1, 55), Read());
    }

    [Fact]
    public void Beyond_the_total_the_oldest_file_goes_and_that_is_said_once()
    {
        var limits = new EventLimits(2_000, 10_000);
        Write(limits, 500);
        Write(limits, 500);
        var files = Directory.GetFiles(_run.Path, "events.jsonl*").Select(path => new FileInfo(path).Length).ToList();
        Assert.InRange(files.Sum(), 6_000, 10_500);
        Assert.Single(Read(_run.Log), line => line.Data.Text("text")?.StartsWith("events.jsonl reached 9.8 KiB", StringComparison.Ordinal) == true);
        var left = Read();
        Assert.Equal(Numbers(left[0], left[^1]), left);
    }

    [Fact]
    public void A_file_that_cannot_be_renamed_grows_on()
    {
        using var log = Open(Small);
        Directory.CreateDirectory(EventSegments.PathOf(_run.Events, 1));
        for (var i = 1; i <= 100; i++)
        {
            Add(log, i);
        }
        Assert.Equal(Numbers(1, 100), File.ReadLines(_run.Events).Select(Sequence));
        Directory.Delete(EventSegments.PathOf(_run.Events, 1));
        Add(log, 101);
        Assert.Equal(Numbers(1, 101), Read());
        Assert.Single(EventSegments.Full(_run.Events));
    }

    private EventLog Open(EventLimits limits, params IEventSink[] sinks) => new(_run, sinks, TimeProvider.System, (limits, Small));

    private void Write(EventLimits limits, int count)
    {
        using var log = Open(limits);
        for (var i = 1; i <= count; i++)
        {
            Add(log, i);
        }
    }

    private static void Add(EventLog log, int number) => log.Write("message", default, json => json.WriteString("text", $"event {number}"));

    private List<long> Read()
    {
        using var reader = new EventReader(_run.Events);
        return [.. reader.ReadAll().Select(happened => happened.Sequence)];
    }

    private static List<RunEvent> Read(string path)
    {
        using var reader = new EventReader(path);
        return [.. reader.ReadAll()];
    }

    private static IEnumerable<long> Numbers(long first, long last)
    {
        for (var i = first; i <= last; i++)
        {
            yield return i;
        }
    }

    private static long Sequence(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("seq").GetInt64();
    }

    private sealed class Recorder : IEventSink
    {
        public List<long> Seen { get; } = [];

        public void Write(RunEvent happened) => Seen.Add(happened.Sequence);

        public void Complete()
        {
        }
    }
}
