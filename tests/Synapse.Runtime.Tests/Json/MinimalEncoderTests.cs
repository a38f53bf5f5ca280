using System.Text;
using System.Text.Json;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Tests.Json;

public sealed class MinimalEncoderTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("Größe <b>&'+", "\"Größe <b>&'+\"")]
    [InlineData("a \"quote\" and a \\", "\"a \\\"quote\\\" and a \\\\\"")]
    [InlineData("\n\r\t\b\f\u0001\u007f", "\"\\n\\r\\t\\b\\f\\u0001\\u007f\"")]
    [InlineData("😀 pair", "\"😀 pair\"")]
    public void Text_is_escaped_only_where_json_asks_for_it(string text, string expected)
    {
        Assert.Equal(expected, Written(json => json.WriteStringValue(text)));
        Assert.Equal(expected, Written(json => json.WriteStringValue(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("\ud83d alone")]
    [InlineData("alone \ude00")]
    [InlineData("\n\ud83d")]
    public void Half_a_surrogate_pair_is_replaced(string text)
    {
        var read = JsonSerializer.Deserialize<string>(Written(json => json.WriteStringValue(text)))!;
        Assert.Equal(text.Replace("\ud83d", "\ufffd", StringComparison.Ordinal).Replace("\ude00", "\ufffd", StringComparison.Ordinal), read);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_replaced()
    {
        var read = JsonSerializer.Deserialize<string>(Written(json => json.WriteStringValue([(byte)'a', 0xff, (byte)'b'])));
        Assert.Equal("a\ufffdb", read);
    }

    [Fact]
    public void Every_character_is_read_back_as_it_was()
    {
        var text = string.Concat(Enumerable.Range(0, 0x11000).Where(Rune.IsValid).Select(scalar => new Rune(scalar).ToString()));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Written(json => json.WriteStringValue(text))));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Written(json => json.WriteStringValue(Encoding.UTF8.GetBytes(text)))));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
