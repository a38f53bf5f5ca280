using System.Text;
using Synapse.Runtime.Processes;

namespace Synapse.Runtime.Tests.Processes;

public sealed class LineSplitterTests
{
    private readonly Clock _clock = new();

    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\n\nb\n", "a||b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("\r\n\r\n", "|")]
    [InlineData("", "")]
    [InlineData("\r1%\r2%\r3%\n", "1%|3%")]
    [InlineData("1%\r2%\r3%\r", "1%|3%")]
    [InlineData("1%\r2%\r\n", "1%|2%")]
    [InlineData("1%\r2%\r3%\r\nnext\n", "1%|3%|next")]
    [InlineData("1%\r2%\r\r\n", "1%|2%")]
    [InlineData("1%\r\r\nnext\n", "1%|next")]
    public void Output_is_split(string output, string lines)
    {
        Assert.Equal(lines, string.Join('|', Split(output, output.Length + 1)));
        Assert.Equal(lines, string.Join('|', Split(output, 1)));
    }

    [Fact]
    public void Line_that_is_rewritten_is_shown_again_after_a_while()
    {
        List<string> lines = [];
        var splitter = new LineSplitter(_clock, (line, _) => lines.Add(line));
        for (var i = 0; i < 100; i++)
        {
            splitter.Push(Encoding.UTF8.GetBytes($"\r{i}%"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        splitter.Complete();
        Assert.InRange(lines.Count, 15, 25);
        Assert.Equal("99%", lines[^1]);
    }

    [Fact]
    public void Characters_stay_whole_over_reads() => Assert.Equal(["ä😀"], Split("ä😀\n", 1));

    [Theory]
    [InlineData("x")]
    [InlineData("ä")]
    [InlineData("€")]
    [InlineData("😀")]
    public void Long_line_is_cut_between_characters(string character)
    {
        var text = "-" + string.Concat(Enumerable.Repeat(character, LineSplitter.LongestLine));
        var line = Assert.Single(Split(text + "\n", 4096));
        Assert.DoesNotContain('\ufffd', line);
        Assert.InRange(Encoding.UTF8.GetByteCount(line[..line.IndexOf(' ', StringComparison.Ordinal)]), LineSplitter.LongestLine - 3, LineSplitter.LongestLine);
        Assert.EndsWith("more bytes)", line, StringComparison.Ordinal);
    }

    private List<string> Split(string output, int chunk)
    {
        List<string> lines = [];
        var splitter = new LineSplitter(_clock, (line, _) => lines.Add(line));
        foreach (var bytes in Encoding.UTF8.GetBytes(output).Chunk(chunk))
        {
            splitter.Push(bytes);
        }

        splitter.Complete();
        return lines;
    }

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
