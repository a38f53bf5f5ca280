using Synapse.Runtime.Reporting;

namespace Synapse.Hosting.Tests.Reporting;

public sealed class TextTests
{
    [Theory]
    [InlineData(0.0004, "0 ms")]
    [InlineData(0.25, "250 ms")]
    [InlineData(0.9999, "1.0 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.99, "1 min 00 s")]
    [InlineData(192, "3 min 12 s")]
    [InlineData(7500, "2 h 05 min")]
    [InlineData(100000, "1 d 03 h")]
    public void Durations_read_well(double seconds, string text) => Assert.Equal(text, Amount.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(45.67, "45.6 %")]
    [InlineData(99.99, "99.9 %")]
    [InlineData(100, "100 %")]
    public void Percent_never_rounds_up_to_the_end(double value, string text) => Assert.Equal(text, Amount.Percent(value));

    [Theory]
    [InlineData(4512.3, "4,512/s")]
    [InlineData(2.34, "2.3/s")]
    [InlineData(0.05, "3.0/min")]
    public void Rates_read_well(double rate, string text) => Assert.Equal(text, Amount.Rate(rate));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\e[31mb\a\rc\td\ne", "a[31mbc  d\ne")]
    public void Control_characters_never_reach_the_terminal(string text, string safe) => Assert.Equal(safe, PlainText.Safe(text));

    [Theory]
    [InlineData("abcdef", 3, "abc")]
    [InlineData("日本語", 4, "日本")]
    [InlineData("日本語", 5, "日本")]
    [InlineData("ab", 5, "ab")]
    public void Fits_columns(string text, int columns, string fitted) => Assert.Equal(fitted, PlainText.Fit(text, columns));

    [Theory]
    [InlineData(0, "[............................]")]
    [InlineData(0.5, "[##############..............]")]
    [InlineData(1, "[############################]")]
    [InlineData(double.NaN, "[............................]")]
    [InlineData(7, "[############################]")]
    public void Bar_without_unicode(double fraction, string bar) => Assert.Equal(bar, ProgressBar.Draw(fraction, unicode: false));

    [Fact]
    public void Bar_with_unicode_moves_in_eighths()
    {
        Assert.Equal(28, ProgressBar.Draw(0.333, unicode: true).Length);
        Assert.StartsWith("█████████▎░", ProgressBar.Draw(0.333, unicode: true), StringComparison.Ordinal);
        Assert.Equal(new string('█', 28), ProgressBar.Draw(1, unicode: true));
    }
}
